package com.nowinfinity.xpm.portal.settings;

import com.nowinfinity.xpm.portal.frame.Form;

/**
 * What stays of a connection that a person ends; everything, unless she says otherwise.
 *
 * @param keepChoices labels, settings and following
 * @param keepLinks which entity is which client, and what had been agreed with it
 */
record Leaving(boolean keepChoices, boolean keepLinks) {

    static Leaving of(Form form) {
        return new Leaving(
                !form.text("keepChoices").equals("false"),
                !form.text("keepLinks").equals("false"));
    }

    String query() {
        return "keepChoices=" + keepChoices + "&keepLinks=" + keepLinks;
    }

    String told() {
        return "Disconnected. Nothing in Xero Practice Manager was changed, and reports are kept here. "
                + (keepChoices
                        ? "Labels, settings and following are kept"
                        : "Labels, settings and following are forgotten")
                + (keepLinks == keepChoices
                        ? ", and so are the links."
                        : keepLinks ? ", links are kept." : ", links are forgotten.");
    }
}
