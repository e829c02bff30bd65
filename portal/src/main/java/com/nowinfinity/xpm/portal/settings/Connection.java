package com.nowinfinity.xpm.portal.settings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /connection}, as the contract has it. */
record Connection(
        String state,
        @Nullable Organisation organisation,
        @Nullable List<Organisation> organisations,
        @Nullable String connectedBy,
        @Nullable Instant connectedAt,
        boolean following,
        @Nullable Problem problem) {

    /** An organisation of XPM; Xero may not tell its name. */
    record Organisation(String tenantId, @Nullable String name) {

        public String shown() {
            return name == null || name.isBlank() ? "Organisation without a name (" + tenantId + ")" : name;
        }
    }

    /** What is wrong, and the way out. */
    record Problem(String code, String title, @Nullable List<String> steps) {}

    public boolean isConnected() {
        return state.equals("CONNECTED");
    }

    public boolean isToChoose() {
        return state.equals("CHOOSE_ORGANISATION");
    }

    public boolean isBroken() {
        return state.equals("RECONNECT_REQUIRED");
    }

    /** Whether a new authorisation would end another one. */
    public boolean hasAccount() {
        return isConnected() || isToChoose() || isBroken();
    }
}
