package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Organisation;

/** A practice without custom fields: no definitions, no values. */
final class CustomFieldCalls {

    private CustomFieldCalls() {}

    static Outcome definitions(Organisation organisation, Call call) {
        return empty(call, "CustomFieldDefinitions");
    }

    static Outcome values(Organisation organisation, Call call) {
        ClientReads.known(organisation, call.id());
        return empty(call, "CustomFields");
    }

    private static Outcome empty(Call call, String collection) {
        return Outcome.read("no custom fields", () -> Envelope.ok(call.apiMethod(), xml -> xml.text(collection, "")));
    }
}
