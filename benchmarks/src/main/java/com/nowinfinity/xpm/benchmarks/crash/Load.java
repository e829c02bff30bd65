package com.nowinfinity.xpm.benchmarks.crash;

import com.nowinfinity.xpm.benchmarks.lab.Business;
import com.nowinfinity.xpm.benchmarks.lab.Company;
import com.nowinfinity.xpm.benchmarks.lab.Connector;
import com.nowinfinity.xpm.benchmarks.lab.Lab;
import com.nowinfinity.xpm.benchmarks.lab.Pauses;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.EntityChanged;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntSupplier;

/**
 * People at work while everything falls: edits of linked companies, and pushes of new ones. What is not answered with
 * 202 is repeated under its event id until it is, as a portal would.
 */
final class Load implements AutoCloseable {

    private static final int PUSH_ONE_IN = 8;
    private static final long BETWEEN_MILLIS = 120;
    private static final long PATIENCE_MILLIS = 500;
    /** Longer than any blow and a start after it: whoever does not answer for so long will not answer any more. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);

    private final Lab lab;
    private final Connector connector;
    private final SplittableRandom random;
    private final Map<Company, Long> versions = new HashMap<>();
    private final List<Accepted> accepted = new ArrayList<>();
    private final Thread working;
    private volatile boolean over;
    private volatile boolean failed;

    Load(Lab lab, Connector connector, long seed) {
        this.lab = lab;
        this.connector = connector;
        this.random = new SplittableRandom(seed);
        this.working = Thread.ofPlatform().name("load").start(this::work);
    }

    synchronized List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    @Override
    public void close() {
        end();
    }

    /** No more work; returns when what was begun is accepted. */
    void end() {
        over = true;
        try {
            working.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failed) {
            throw new IllegalStateException("The load ended before its time");
        }
    }

    private void work() {
        try {
            while (!over) {
                List<Business> businesses = lab.businesses();
                Business business = businesses.get(random.nextInt(businesses.size()));
                if (random.nextInt(PUSH_ONE_IN) == 0) {
                    push(business);
                } else {
                    edit(business.companies()
                            .get(random.nextInt(business.companies().size())));
                }
                Pauses.of(BETWEEN_MILLIS);
            }
        } catch (RuntimeException e) {
            failed = true;
            throw e;
        }
    }

    private void edit(Company company) {
        long version = versions.merge(company, 1L, Long::sum) + 1;
        EntityChanged change = company.changed(
                version, ChangeCause.CORPORATE_MESSENGER, lab.clock().instant());
        untilAccepted(() -> connector.post(change));
        note(new Accepted(change.getEventId(), company, version, false));
    }

    private void push(Business business) {
        Company company = business.another(random);
        EntityChanged created =
                company.changed(1, ChangeCause.CREATED, lab.clock().instant());
        untilAccepted(() -> connector.post(created));
        note(new Accepted(created.getEventId(), company, 1, false));
        String eventId = UUID.randomUUID().toString();
        untilAccepted(() -> connector.push(eventId, company));
        note(new Accepted(eventId, company, 1, true));
    }

    private void untilAccepted(IntSupplier call) {
        long until = System.nanoTime() + LONGEST_SILENCE.toNanos();
        int status = answered(call);
        while (status != 202) {
            if (status >= 400 && status < 500) {
                throw new IllegalStateException("connector-service answers " + status);
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("connector-service accepts nothing for " + LONGEST_SILENCE);
            }
            Pauses.of(PATIENCE_MILLIS);
            status = answered(call);
        }
    }

    /** 0 when nobody answers. */
    private static int answered(IntSupplier call) {
        try {
            return call.getAsInt();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    private synchronized void note(Accepted one) {
        accepted.add(one);
    }
}
