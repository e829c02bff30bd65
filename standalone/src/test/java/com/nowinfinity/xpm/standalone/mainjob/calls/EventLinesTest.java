package com.nowinfinity.xpm.standalone.mainjob.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventLinesTest {

    @Test
    void readsNotificationsAndPassesByTheRest() {
        EventLines events = new EventLines();

        assertThat(feed(events, "event: progress", "data: {\"done\":1}", "")).isEmpty();
        assertThat(feed(events, ": still here", "")).isEmpty();
        assertThat(feed(events, "id: 7", "event: notification", "data: {\"a\":", "data: 1}", ""))
                .contains("{\"a\":\n1}");
        assertThat(feed(events, "data: {\"b\":1}", "")).isEmpty();
    }

    private static Optional<String> feed(EventLines events, String... lines) {
        Optional<String> last = Optional.empty();
        for (String line : lines) {
            last = events.next(line);
        }
        return last;
    }
}
