package com.nowinfinity.xpm.worker.matching;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.normal.Names;
import java.util.Set;

/** Whether a record may be of the kind that another one is of. */
final class Structures {

    private Structures() {}

    /** An unknown or blank label speaks neither for nor against; then a name may. */
    static boolean compatible(Entity entity, PracticeClient client, LabelSet labels) {
        if (contradictedByName(entity.getKind(), client.name())) {
            return false;
        }
        Set<EntityKind> kinds = labels.kindsOf(client.registration().businessStructure());
        return kinds.isEmpty()
                ? !isCompanyOrLives(entity.getKind()) || !Names.soundsLikeTrust(client.name())
                : kinds.stream().anyMatch(kind -> compatible(entity.getKind(), kind));
    }

    static boolean compatible(EntityKind ours, EntityKind theirs) {
        return ours == theirs
                || (ComparedField.isPerson(ours) && ComparedField.isPerson(theirs))
                || (isTrust(ours) && isTrust(theirs));
    }

    static boolean isTrust(EntityKind kind) {
        return kind == EntityKind.TRUST || kind == EntityKind.SUPER_FUND;
    }

    /** By its name where that can be no other's, else by its label, as far as either says anything. */
    static boolean isTrust(PracticeClient client, LabelSet labels) {
        Set<EntityKind> kinds = labels.kindsOf(client.registration().businessStructure());
        return Names.namesTrusteeOrAccount(client.name())
                || (kinds.isEmpty()
                        ? Names.soundsLikeTrust(client.name())
                        : kinds.stream().allMatch(Structures::isTrust));
    }

    /** Whatever the label says: what names its trustee is no company, and an estate is nobody alive. */
    private static boolean contradictedByName(EntityKind kind, String name) {
        return (isCompanyOrLives(kind) && Names.namesTrusteeOrAccount(name))
                || (ComparedField.isPerson(kind) && Names.soundsLikeEstate(name));
    }

    private static boolean isCompanyOrLives(EntityKind kind) {
        return kind == EntityKind.COMPANY || ComparedField.isPerson(kind);
    }
}
