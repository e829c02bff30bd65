package com.nowinfinity.xpm.worker.comparison;

import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.ANOTHER_APP_CHANGES;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.ASIC_CHANGE_DUE;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.FIELD_DIFFERS;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.NUMBER_INVALID;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.NUMBER_MISSING;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.TRUSTEE_NUMBER_ON_TRUST;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the fields of a pair, one by one. */
final class FieldComparison {

    private final Entity entity;
    private final PracticeClient client;
    private final Base base;
    private final Peers peers;
    private final Trustees trustees;

    FieldComparison(Entity entity, PracticeClient client, Base base, Peers peers, LocalDate today) {
        this.entity = entity;
        this.client = client;
        this.base = base;
        this.peers = peers;
        this.trustees = new Trustees(entity, client, peers, today);
    }

    void compare(
            ComparedField field,
            List<FieldDifference> differences,
            Map<String, String> agreed,
            Map<String, String> shown) {
        ComparedField.Value ours = field.ours(entity);
        ComparedField.Value theirs = field.theirs(client);
        shown.put(field.path(), Objects.requireNonNullElse(theirs.form(), ""));
        if (theirs.form() != null && trustees.haveNumber(theirs.form(), field, ours.form())) {
            differences.add(
                    FieldDifference.ofField(TRUSTEE_NUMBER_ON_TRUST, field.path(), ours.shown(), theirs.shown()));
            return;
        }
        if (ours.form() == null || !field.appliesTo(entity.getKind())) {
            // Our side blank is an import offer, not a discrepancy.
            return;
        }
        if (Sameness.of(field, entity, client)
                && !trustees.areContradictedBy(field, client)
                && !isInvalid(field, ours)) {
            agreed.put(field.path(), agreedForm(field, ours.form(), theirs.form()));
            return;
        }
        differences.add(difference(field, ours, theirs));
    }

    private FieldDifference difference(ComparedField field, ComparedField.Value ours, ComparedField.Value theirs) {
        String agreed = base.of(field.path());
        String ourForm = Sameness.isHome(field, entity, agreed) ? agreed : asAgreed(field, ours.form());
        ChangedBy changedBy = base.changedBy(field.path(), ourForm, asAgreed(field, theirs.form()));
        List<String> companies = changedBy == ChangedBy.XPM
                        && theirs.form() != null
                        && field.isRegisteredOfPeople()
                        && ComparedField.isPerson(entity.getKind())
                ? peers.companiesOf(entity.getEntityId())
                : List.of();
        DifferenceKind kind = kind(field, ours, theirs, companies);
        return new FieldDifference(
                kind,
                field.path(),
                ours.shown(),
                theirs.shown(),
                base.words(field.path(), changedBy, ours.shown(), theirs.shown()),
                changedBy,
                kind == FIELD_DIFFERS ? field.severity() : kind.severity(),
                isForAsic(field, kind, changedBy, theirs) ? AsicDays.due(base.differsSince(field.path())) : null,
                kind == ASIC_CHANGE_DUE ? companies : List.of(),
                List.of());
    }

    /** Ours, which is the home where XPM has that in place of a sole trader's shop. */
    private String agreedForm(ComparedField field, String ours, @Nullable String theirs) {
        return theirs != null && Sameness.isHome(field, entity, theirs) ? theirs : ours;
    }

    /** What was taken for the same when both sides agreed, as an initial for a name, has not moved since. */
    private @Nullable String asAgreed(ComparedField field, @Nullable String form) {
        String sent = base.sent(field.path());
        if (sent != null && Sameness.ofForms(field, sent, form)) {
            return sent;
        }
        String agreed = base.of(field.path());
        return agreed != null && Sameness.ofForms(field, agreed, form) ? agreed : form;
    }

    private static boolean isInvalid(ComparedField field, ComparedField.Value value) {
        return value.form() != null && field.isNumber() && !field.isValidNumber(value.form());
    }

    private DifferenceKind kind(
            ComparedField field, ComparedField.Value ours, ComparedField.Value theirs, List<String> companies) {
        if (base.isFoughtOver(field.path(), theirs.form())) {
            return ANOTHER_APP_CHANGES;
        }
        if (field.isNumber()) {
            if (isInvalid(field, ours) || isInvalid(field, theirs)) {
                return NUMBER_INVALID;
            }
            return theirs.form() == null ? NUMBER_MISSING : FIELD_DIFFERS;
        }
        // People tell their accountant before they tell ASIC: the register is the one that is behind.
        return companies.isEmpty() ? FIELD_DIFFERS : ASIC_CHANGE_DUE;
    }

    /** What the register holds of people in office, and where a company does business. */
    private boolean isForAsic(
            ComparedField field, DifferenceKind kind, ChangedBy changedBy, ComparedField.Value theirs) {
        boolean place = field == ComparedField.PRINCIPAL_PLACE && entity.getKind() == EntityKind.COMPANY;
        return kind == ASIC_CHANGE_DUE
                || (place && kind == FIELD_DIFFERS && changedBy == ChangedBy.XPM && theirs.form() != null);
    }
}
