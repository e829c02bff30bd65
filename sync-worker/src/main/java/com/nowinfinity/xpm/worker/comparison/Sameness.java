package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.worker.normal.Names;
import com.nowinfinity.xpm.worker.normal.PersonName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When two values of a field are one thing. */
final class Sameness {

    private Sameness() {}

    /** Whether both sides say the same of a field, of which ours is not blank. */
    static boolean of(ComparedField field, Entity entity, PracticeClient client) {
        String ours = field.ours(entity).form();
        String theirs = field.theirs(client).form();
        if (ours == null || ofForms(field, ours, theirs)) {
            return true;
        }
        return isHome(field, entity, theirs)
                || (ComparedField.isPerson(entity.getKind()) && ofNames(field, People.of(entity), People.of(client)));
    }

    /** Whether the home stands where a sole trader's shop is looked for: XPM has one address for both. */
    static boolean isHome(ComparedField field, Entity entity, @Nullable String form) {
        return field == ComparedField.PRINCIPAL_PLACE
                && entity.getKind() == EntityKind.SOLE_TRADER
                && form != null
                && form.equals(Addresses.of(entity, AddressUse.RESIDENTIAL).form());
    }

    /** Whether two records of ours say the same, of which both hold a value. */
    static boolean of(ComparedField field, Entity one, Entity other) {
        String form = field.ours(one).form();
        String otherForm = field.ours(other).form();
        return form == null
                || otherForm == null
                || ofForms(field, form, otherForm)
                || (ComparedField.isPerson(one.getKind()) && ofNames(field, People.of(one), People.of(other)));
    }

    /** Whether two forms are one thing, of which ours is not blank. */
    static boolean ofForms(ComparedField field, String ours, @Nullable String theirs) {
        return switch (field) {
            case FIRST_NAME -> theirs != null && Names.samePart(ours, theirs);
            // Half of all people are written without theirs: that is a habit, not a difference.
            case MIDDLE_NAME -> theirs == null || sameWords(words(ours), words(theirs));
            case NAME,
                    TITLE,
                    LAST_NAME,
                    DATE_OF_BIRTH,
                    ACN,
                    ABN,
                    EMAIL,
                    PHONE,
                    FAX,
                    WEBSITE,
                    PRINCIPAL_PLACE,
                    RESIDENTIAL,
                    CONTACT -> ours.equals(theirs);
        };
    }

    /**
     * By the names a person also goes by, where given name and surname changed places, and where the given name ends
     * elsewhere.
     */
    private static boolean ofNames(ComparedField field, PersonName ours, PersonName theirs) {
        return switch (field) {
            case FIRST_NAME -> ours.isTurned(theirs) || ours.sameGivenName(theirs);
            case LAST_NAME -> ours.isTurned(theirs);
            case MIDDLE_NAME -> sameWords(ours.allGivenForms(), theirs.allGivenForms());
            case NAME,
                    TITLE,
                    DATE_OF_BIRTH,
                    ACN,
                    ABN,
                    EMAIL,
                    PHONE,
                    FAX,
                    WEBSITE,
                    PRINCIPAL_PLACE,
                    RESIDENTIAL,
                    CONTACT -> false;
        };
    }

    /** As far as both have words. */
    private static boolean sameWords(List<String> words, List<String> others) {
        for (int i = 0; i < Math.min(words.size(), others.size()); i++) {
            if (!Names.samePart(words.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> words(String form) {
        return List.of(form.split(" ", -1));
    }
}
