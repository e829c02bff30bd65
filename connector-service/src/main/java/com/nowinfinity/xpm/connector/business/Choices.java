package com.nowinfinity.xpm.connector.business;

import com.nowinfinity.xpm.connector.labels.Labels;
import com.nowinfinity.xpm.events.EventClasses;
import com.nowinfinity.xpm.events.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people of the business chose, and what they need to see for choosing.
 *
 * @param following whether Corporate Messenger changes go to XPM by themselves
 * @param reportedTenant the organisation of the last completed run: following can only be on for this one
 * @param structuresSeen the labels that XPM's clients carried in that run
 */
public record Choices(
        Labels labels,
        boolean following,
        Settings settings,
        @Nullable String reportedTenant,
        List<String> structuresSeen) {

    static final Choices NONE = none();

    public Choices {
        structuresSeen = List.copyOf(structuresSeen);
    }

    public Choices withLabels(Labels chosen) {
        return new Choices(chosen, following, settings, reportedTenant, structuresSeen);
    }

    public Choices withFollowing(boolean on) {
        return new Choices(labels, on, settings, reportedTenant, structuresSeen);
    }

    public Choices withSettings(Settings chosen) {
        return new Choices(labels, following, chosen, reportedTenant, structuresSeen);
    }

    public Choices reported(String tenantId, List<String> seen) {
        return new Choices(labels, following && tenantId.equals(reportedTenant), settings, tenantId, seen);
    }

    /** Another organisation starts unfollowed: nobody has seen a report of it. */
    Choices movedTo(String tenantId) {
        return tenantId.equals(reportedTenant) ? this : new Choices(labels, false, settings, null, structuresSeen);
    }

    private static Choices none() {
        EventClasses.trust();
        return new Choices(Labels.initial(), false, Settings.newBuilder().build(), null, List.of());
    }
}
