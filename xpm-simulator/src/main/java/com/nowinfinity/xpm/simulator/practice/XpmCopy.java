package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A party as XPM has it, once; what it means and, where that is not the plain way, how it is written. */
final class XpmCopy {

    /** Where a client stands in XPM. */
    enum Standing {
        LIVE,
        PROSPECT,
        ARCHIVED,
        DELETED
    }

    /** What XPM has of a number. */
    enum Digits {
        RIGHT,
        BLANK,
        MISTYPED,
        /** Each number in the other's place. */
        SWAPPED,
        /** The trustee's instead. */
        TRUSTEES;

        boolean isTheNumber() {
            return this == RIGHT || this == SWAPPED;
        }
    }

    final String clientId;
    String name;

    @Nullable
    PersonName person;

    Digits acn = Digits.RIGHT;
    Digits abn = Digits.RIGHT;
    Facts facts;
    String label;

    /** What the label stands for; null when it stands for nothing. */
    @Nullable
    PortalKind labelKind;

    Standing standing = Standing.LIVE;

    /** Whose ACN stands on it, where it is a trustee's. */
    @Nullable
    Party trustee;

    /** Whose ABN stands on it, where it is a trustee's. */
    @Nullable
    Party trading;

    final Map<ClientElement, String> written = new EnumMap<>(ClientElement.class);

    XpmCopy(String clientId, Identity identity, Facts facts, String label) {
        this.clientId = clientId;
        this.name = identity.name();
        this.person = identity.person();
        this.facts = facts;
        this.label = label;
        this.labelKind = identity.kind();
    }

    boolean isLive() {
        return standing == Standing.LIVE;
    }

    void labelled(String newLabel, @Nullable PortalKind meaning) {
        label = newLabel;
        labelKind = meaning;
    }
}
