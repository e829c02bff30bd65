package com.nowinfinity.xpm.worker.intents;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.Lodgement;
import com.nowinfinity.xpm.events.LodgementState;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.WriteOn;
import com.nowinfinity.xpm.worker.normal.Dates;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a change goes to XPM by itself.
 *
 * @param following the person's switch
 * @param writeOn from which lodgement state on
 * @param tenantId the organisation in force; null when none is
 */
public record FollowRule(
        boolean following, WriteOn writeOn, @Nullable String tenantId) {

    public static final Reason FOLLOWING_OFF =
            Outcomes.reason("following-off", "Following Corporate Messenger is switched off.");

    private static final Reason NOT_LINKED =
            Outcomes.reason("not-linked", "The entity is not linked to a client of Practice Manager.");

    private static final Reason AWAITS_LODGEMENT =
            Outcomes.reason("awaits-lodgement", "Its form has not come as far as the business has chosen to wait for.");

    private static final Reason REJECTED_BY_ASIC =
            Outcomes.reason("rejected-by-asic", "ASIC has rejected the form, and there is nothing to take back.");

    /** For Corporate Messenger changes that their lodgement allows, of entities that are linked; all others stay here. */
    boolean sends(EntityChanged change, Intent intent) {
        return follows(change, intent) && allows(change.getLodgement());
    }

    /** A rejection of what may be in XPM since it was signed, though the business has chosen to wait by now. */
    boolean mayTakeBack(EntityChanged change, Intent intent) {
        Lodgement lodgement = change.getLodgement();
        return lodgement != null && lodgement.getState() == LodgementState.REJECTED && follows(change, intent);
    }

    /** Why a change is not sent that comes from Corporate Messenger; null for the others, which are never sent by themselves. */
    @Nullable
    Reason whyItStays(EntityChanged change, Intent intent) {
        if (change.getCause() != ChangeCause.CORPORATE_MESSENGER) {
            return null;
        }
        if (!following) {
            return FOLLOWING_OFF;
        }
        if (!isLinked(intent)) {
            return NOT_LINKED;
        }
        Lodgement lodgement = change.getLodgement();
        if (lodgement == null || allows(lodgement)) {
            return null;
        }
        return lodgement.getState() == LodgementState.REJECTED ? REJECTED_BY_ASIC : AWAITS_LODGEMENT;
    }

    private boolean follows(EntityChanged change, Intent intent) {
        return following && change.getCause() == ChangeCause.CORPORATE_MESSENGER && isLinked(intent);
    }

    /**
     * Whether it is the entity's state from now on. What is drafted, signed or lodged is not, until the lodgement lets it
     * go to XPM; a rejection brings the state that is restored.
     */
    boolean isInForce(EntityChanged change) {
        return isInForceAnyway(change) || (change.getLodgement() != null && allows(change.getLodgement()));
    }

    /** The same, whatever the business has chosen. */
    static boolean isInForceAnyway(EntityChanged change) {
        Lodgement lodgement = change.getLodgement();
        if (change.getCause() != ChangeCause.CORPORATE_MESSENGER || lodgement == null) {
            return true;
        }
        return switch (lodgement.getState()) {
            case ACCEPTED, REJECTED -> true;
            case DRAFT, SIGNED, LODGED, UNKNOWN -> false;
        };
    }

    /** The last day for lodging the form behind a change; empty where ASIC has got it, or none is known. */
    static Optional<LocalDate> lodgeBy(EntityChanged change) {
        Lodgement lodgement = change.getLodgement();
        if (change.getCause() != ChangeCause.CORPORATE_MESSENGER || lodgement == null) {
            return Optional.empty();
        }
        return switch (lodgement.getState()) {
            // A form that ASIC refused has to be lodged again.
            case DRAFT, SIGNED, REJECTED -> Dates.read(lodgement.getDueDate());
            case LODGED, ACCEPTED, UNKNOWN -> Optional.empty();
        };
    }

    /** While no organisation is in force, a change waits for the one its entity is linked in. */
    private boolean isLinked(Intent intent) {
        return tenantId == null
                ? intent.link() != null
                : intent.clientIn(tenantId).isPresent();
    }

    private boolean allows(@Nullable Lodgement lodgement) {
        if (lodgement == null) {
            return true;
        }
        return switch (lodgement.getState()) {
            case ACCEPTED -> true;
            // What was written on signing has to be taken back when ASIC rejects it.
            case SIGNED, LODGED, REJECTED -> writeOn == WriteOn.SIGNED;
            case DRAFT, UNKNOWN -> false;
        };
    }
}
