package com.nowinfinity.xpm.report.activity;

import com.nowinfinity.xpm.events.StepPurpose;
import com.nowinfinity.xpm.events.SyncStep;
import com.nowinfinity.xpm.report.activity.Activity.Step;
import java.util.Locale;

/** Calls to XPM in words. */
final class Steps {

    private Steps() {}

    static Step of(SyncStep step) {
        return new Step(
                step.getAt(),
                step.getPurpose().name().toLowerCase(Locale.ROOT),
                step.getResult().name().toLowerCase(Locale.ROOT),
                text(step));
    }

    private static String text(SyncStep step) {
        return switch (step.getResult()) {
            case DONE -> done(step.getPurpose());
            case ADOPTED -> "Found what had been created before, and taken";
            case REFUSED -> "Refused by Practice Manager: " + tried(step.getPurpose());
            case UNCLEAR -> "No clear answer: " + tried(step.getPurpose());
            case HELD -> held(step.getCode() == null ? "" : step.getCode());
            case UNKNOWN -> "Practice Manager was called";
        };
    }

    private static String done(StepPurpose purpose) {
        return switch (purpose) {
            case LOOK -> "Looked up in Practice Manager";
            case CREATE -> "Created in Practice Manager";
            case WRITE -> "Written to Practice Manager";
            case DOCUMENT -> "Document sent to Practice Manager";
            case UNKNOWN -> "Practice Manager was called";
        };
    }

    private static String tried(StepPurpose purpose) {
        return switch (purpose) {
            case LOOK -> "looking it up";
            case CREATE -> "creating it";
            case WRITE -> "writing it";
            case DOCUMENT -> "sending a document";
            case UNKNOWN -> "the call";
        };
    }

    private static String held(String code) {
        return switch (code) {
            case "throttled", "minute-used-up", "day-used-up", "kept-for-people", "paused" ->
                "Waited for Practice Manager's limits";
            case "xpm-unavailable", "not-sent" -> "Waited: Practice Manager did not answer";
            case "not-connected", "reconnect-required", "no-access" -> "Waited for the connection";
            default -> "Had to wait";
        };
    }
}
