package com.nowinfinity.xpm.standalone;

import com.nowinfinity.xpm.standalone.access.Access;
import com.nowinfinity.xpm.standalone.stack.DataFolder;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Tells a person where everything is, and that it is ready. */
final class Announcement {

    private final PrintStream out;

    Announcement(PrintStream out) {
        this.out = out;
    }

    void of(Access access, DataFolder folder) {
        out.println();
        out.printf("  Open %s in a browser and sign in as one of these:%n", access.portal());
        out.println();
        out.printf("  %-10s %-8s %-8s %s%n", "Business", "User", "May", "Password");
        access.businesses()
                .forEach(business -> business.users()
                        .forEach(user -> out.printf(
                                "  %-10s %-8s %-8s %s%n",
                                business.businessId(), user.name(), user.role(), user.password())));
        out.println();
        line("Portal", access.portal());
        line("Connector", access.connector());
        line("Reports", access.report());
        line("Notifications", access.notification());
        line("Sync worker", access.worker());
        line("Simulator", access.simulator());
        line("Registry", access.registry());
        line("Kafka", access.kafka());
        line("MongoDB", access.mongodb());
        out.println();
        out.printf(
                "Everybody's bearer token, good for 12 hours, is in %s. A new one, which the demonstration alone gives"
                        + " without a password:%n",
                folder.access());
        out.printf(
                "  curl -s %s/demo/token -H 'Content-Type: application/json' -d '{\"user\": \"%s\"}'%n",
                access.portal(),
                access.businesses().getFirst().users().getFirst().name());
        out.println();
        out.println("READY");
        out.flush();
    }

    private void line(String what, @Nullable Object where) {
        if (where != null) {
            out.printf("  %-14s %s%n", what, where);
        }
    }
}
