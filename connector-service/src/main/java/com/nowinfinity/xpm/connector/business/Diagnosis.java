package com.nowinfinity.xpm.connector.business;

import java.util.List;

/** What keeps a business from being connected: the contract's code, and the cause and the way out in a person's words. */
public enum Diagnosis {
    NO_ACCESS(
            "NO_ACCESS",
            "You don't have access to connect to any Xero Practice Manager accounts",
            "Ask an administrator of your Xero Practice Manager to open Business, Settings, Staff and then the person who connects.",
            "Under Admin Privileges: grant Administrator, save, and refresh the page.",
            "Tick the API access, \"Authorise 3rd Party Full Access\", and save again.",
            "Then press Connect once more."),
    NO_PRACTICE(
            "NO_PRACTICE",
            "The account you chose is not a Xero Practice Manager account",
            "You allowed access to an accounting organisation, which is something else than your practice.",
            "Press Connect again and choose your Xero Practice Manager account on Xero's page.",
            "If it is not offered there, ask an administrator of it for \"Authorise 3rd Party Full Access\"."),
    INVALID_SCOPE(
            "INVALID_SCOPE",
            "Xero has not approved this app for Practice Manager",
            "This is not something you can fix: Xero approves every app that uses Practice Manager.",
            "Tell NowInfinity's support that Xero answered \"invalid_scope\"."),
    DECLINED(
            "DECLINED",
            "Access was not allowed",
            "If you pressed Cancel on Xero's page, press Connect again and allow access.",
            "If Xero did not let you allow it, you lack the privilege: ask an administrator of your Xero Practice Manager for \"Authorise 3rd Party Full Access\", then connect again."),
    XERO_FAILED(
            "FAILED",
            "Xero did not complete the connection",
            "Press Connect again.",
            "If it fails again, wait a few minutes: Xero may be out of order."),
    ORGANISATION_IN_USE(
            "FAILED",
            "Another business is already connected to this organisation",
            "One Xero Practice Manager account serves one business here.",
            "Disconnect the other business first, or connect with another account."),
    GRANT_ENDED(
            "FAILED",
            "Xero no longer accepts our access",
            "Somebody disconnected us at Xero, or the access ran out.",
            "Press Connect again; what was waiting goes on by itself.");

    private final String code;
    private final String title;
    private final String steps;

    Diagnosis(String code, String title, String... steps) {
        this.code = code;
        this.title = title;
        this.steps = String.join("\n", steps);
    }

    /** The contract's {@code problem.code}. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public List<String> steps() {
        return steps.lines().toList();
    }
}
