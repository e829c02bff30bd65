package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.Answer;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.worker.intents.Intents;
import com.nowinfinity.xpm.worker.written.LastWrite;
import com.nowinfinity.xpm.worker.written.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** A client has been looked at, and then the day is used up before it can be written to. */
class HeldWritesTest {

    private static final Duration PUSHED = Duration.ofHours(1);

    private final List<Map<String, String>> whileItIsSent = new ArrayList<>();
    private boolean usedUp;
    private final SimWorld world = new SimWorld(1, Plants.hearing(this::hear, this::sayThatTheDayIsUsedUp));
    private final Script.Subject company = world.script.subject("harbour", 1);

    /** What stands there would be taken for ours, should somebody type the same into XPM. */
    @Test
    void leaveNothingNotedAsSent() {
        world.script.connect("harbour", company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        String push = world.script.push(company);
        world.script.later(PUSHED);
        String change = world.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER);
        List<Map<String, String>> whileItWaits = new ArrayList<>();
        List<String> lastWritten = new ArrayList<>();
        world.scheduler.after(PUSHED, () -> usedUp = true);
        world.scheduler.after(PUSHED.plusMinutes(10), () -> {
            whileItWaits.add(sent());
            lastWritten.add(lastWrite().eventId());
        });

        world.run().verify();

        assertThat(whileItWaits).containsExactly(Map.of());
        assertThat(lastWritten).containsExactly(push);
        assertThat(whileItIsSent)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .isNotEmpty();
        assertThat(lastWrite().eventId()).isEqualTo(change);
    }

    private Map<String, String> sent() {
        return new Intents(world.shelf("intents"))
                .find("harbour", company.entityId())
                .base()
                .sent();
    }

    private LastWrite lastWrite() {
        return new Written(world.shelf("written"), world.shelf("trials"))
                .last("harbour", company.entityId())
                .orElseThrow();
    }

    private void hear(String call) {
        if (call.equals("updateClient")) {
            whileItIsSent.add(sent());
        }
    }

    /** With the first look after {@link #usedUp} is set. */
    private Object sayThatTheDayIsUsedUp(String call, Object answer) {
        if (usedUp && call.equals("getClient") && answer instanceof Answer<?> look) {
            usedUp = false;
            return new Answer<>(look.value(), new Allowance(null, 0, null, null), look.bytes());
        }
        return answer;
    }
}
