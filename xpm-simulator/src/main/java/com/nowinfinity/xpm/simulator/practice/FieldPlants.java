package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.practice.XpmCopy.Digits;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Plants what differs in a record itself: names, numbers, addresses, contacts, labels, states. */
final class FieldPlants {

    private static final List<String> UNKNOWN_LABELS =
            List.of("Pty Ltd", "Family Trust", "S.M.S.F.", "Self-employed", "Not for profit");

    private final Stage stage;
    private final Words words;

    FieldPlants(Stage stage) {
        this.stage = stage;
        this.words = stage.cast.words();
    }

    void plant() {
        Scale scale = stage.scale;
        stage.times(scale.some(9), this::renamed);
        stage.times(scale.some(6), this::marriedHere);
        stage.times(scale.some(4), this::marriedThere);
        facts(scale);
        numbers(scale);
        labels(scale);
        states(scale);
        stage.times(scale.some(20), this::recordedDifferently);
        stage.times(scale.some(8), this::heldByOneRecordAlone);
    }

    private void renamed() {
        Party company = stage.pick(PortalKind.COMPANY);
        PortalCopy record = company.portalCopy();
        record.formerNames = List.of(record.name);
        record.name = words.company(words.surname());
    }

    /** The portal has the new surname, and the old one among the former names. */
    private void marriedHere() {
        PortalCopy record =
                stage.pick(PortalKind.INDIVIDUAL, FieldPlants::isWithoutNumber).portalCopy();
        PersonName old = named(record.person);
        PersonName married = old.withLast(words.surname() + "-Smythe");
        record.formerNames = List.of(old.first() + " " + old.last());
        record.person = married;
        record.name = married.full();
    }

    /** XPM has the new surname; only the number tells that it is she. */
    private void marriedThere() {
        XpmCopy copy = stage.pick(PortalKind.SOLE_TRADER).xpmCopy();
        PersonName married = named(copy.person).withLast(words.surname() + "-Harte");
        copy.person = married;
        copy.name = married.full();
    }

    private static boolean isWithoutNumber(Party party) {
        return party.identity.abn() == null;
    }

    private static PersonName named(@Nullable PersonName name) {
        if (name == null) {
            throw new IllegalStateException("Not a person");
        }
        return name;
    }

    private void facts(Scale scale) {
        stage.times(
                scale.some(16),
                () -> differ(
                        stage.pick(PortalKind.COMPANY, has(Facts::email)),
                        facts -> facts.withEmail("office." + stage.chance.between(100, 99_999) + "@post.example")));
        stage.times(
                scale.some(10),
                () -> differ(stage.pick(PortalKind.TRUST, has(Facts::email)), facts -> facts.withEmail(null)));
        stage.times(
                scale.some(16),
                () -> differ(
                        stage.pick(PortalKind.INDIVIDUAL, has(Facts::phone)), facts -> facts.withPhone(words.phone())));
        stage.times(
                scale.some(3),
                () -> differ(stage.pick(PortalKind.COMPANY, has(Facts::fax)), facts -> facts.withFax(words.phone())));
        stage.times(
                scale.some(4),
                () -> differ(
                        stage.pick(PortalKind.COMPANY, has(Facts::website)),
                        facts -> facts.withWebsite(
                                "https://www.old-site-" + stage.chance.between(100, 9_999) + ".example")));
        stage.times(
                scale.some(4),
                () -> differ(stage.pick(PortalKind.INDIVIDUAL, has(Facts::title)), facts -> facts.withTitle("Dr")));
        stage.times(
                scale.some(16),
                () -> differ(
                        stage.pick(PortalKind.SUPER_FUND, has(Facts::contact)),
                        facts -> facts.withContact(words.postBox())));
        stage.times(
                scale.some(20),
                () -> differ(
                        stage.pick(PortalKind.COMPANY, has(Facts::place)), facts -> facts.withPlace(words.place())));
        stage.times(
                scale.some(10),
                () -> differ(
                        stage.pick(PortalKind.INDIVIDUAL, has(Facts::place)), facts -> facts.withPlace(words.place())));
    }

    private static java.util.function.Predicate<Party> has(Function<Facts, @Nullable Object> fact) {
        return party -> fact.apply(party.portalCopy().facts) != null;
    }

    private static void differ(Party party, UnaryOperator<Facts> change) {
        XpmCopy copy = party.xpmCopy();
        copy.facts = change.apply(copy.facts);
    }

    private void numbers(Scale scale) {
        java.util.function.Predicate<Party> numbered = party -> party.identity.abn() != null;
        stage.times(1, () -> stage.pick(PortalKind.COMPANY, numbered).xpmCopy().acn = Digits.BLANK);
        stage.times(1, () -> stage.pick(PortalKind.COMPANY, numbered).xpmCopy().abn = Digits.BLANK);
        stage.times(
                scale.some(3), () -> stage.pick(PortalKind.COMPANY, numbered).xpmCopy().acn = Digits.MISTYPED);
        stage.times(
                scale.some(3), () -> stage.pick(PortalKind.COMPANY, numbered).xpmCopy().abn = Digits.MISTYPED);
        stage.times(scale.some(4), () -> {
            XpmCopy copy = stage.pick(PortalKind.COMPANY, numbered).xpmCopy();
            copy.acn = Digits.SWAPPED;
            copy.abn = Digits.SWAPPED;
        });
        // Nothing is to be written of a number of ours that cannot be one.
        stage.times(
                scale.some(3), () -> stage.pick(PortalKind.COMPANY, numbered).portalCopy().acnMistyped = true);
        stage.times(1, () -> stage.pick(PortalKind.TRUST).xpmCopy().abn = Digits.BLANK);
        stage.times(scale.some(3), () -> {
            XpmCopy copy = stage.pick(PortalKind.SOLE_TRADER).xpmCopy();
            copy.person = named(copy.person).bornOn(null);
        });
        stage.times(1, () -> {
            Bond bond = stage.corporateTrustee(PortalKind.TRUST);
            bond.owner.xpmCopy().trustee = bond.holder;
        });
        // Under its trustee's ABN nothing but its name speaks for a trust.
        stage.times(1, () -> {
            Bond bond = stage.corporateTrustee(PortalKind.TRUST, FieldPlants::isTrading);
            bond.owner.xpmCopy().abn = Digits.TRUSTEES;
            bond.owner.xpmCopy().trading = bond.holder;
        });
    }

    private static boolean isTrading(Party company) {
        return company.identity.abn() != null;
    }

    private void labels(Scale scale) {
        for (String label : UNKNOWN_LABELS) {
            stage.times(
                    scale.some(2), () -> stage.pick(meantBy(label)).xpmCopy().labelled(label, null));
        }
        stage.times(
                scale.some(2), () -> stage.pick(PortalKind.COMPANY).xpmCopy().labelled("", null));
        stage.times(
                scale.some(3),
                () -> stage.pick(PortalKind.SUPER_FUND).xpmCopy().labelled(PortalKind.TRUST.label(), PortalKind.TRUST));
        stage.times(
                scale.some(3),
                () -> stage.pick(PortalKind.INDIVIDUAL)
                        .xpmCopy()
                        .labelled(PortalKind.SOLE_TRADER.label(), PortalKind.SOLE_TRADER));
        stage.times(
                scale.some(2),
                () -> stage.pick(PortalKind.COMPANY, party -> party.identity.abn() != null)
                        .xpmCopy()
                        .labelled(PortalKind.TRUST.label(), PortalKind.TRUST));
    }

    /** A label that stands for nothing here, as somebody would have chosen it for this kind. */
    static String unknownLabelFor(PortalKind kind) {
        return switch (kind) {
            case COMPANY -> "Pty Ltd";
            case TRUST -> "Family Trust";
            case SUPER_FUND -> "S.M.S.F.";
            case INDIVIDUAL, SOLE_TRADER -> "Self-employed";
            case PARTNERSHIP, OTHER -> "Not for profit";
        };
    }

    private static PortalKind meantBy(String label) {
        for (PortalKind kind : PortalKind.values()) {
            if (unknownLabelFor(kind).equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(label);
    }

    private void states(Scale scale) {
        stage.times(scale.some(11), () -> stage.pick(PortalKind.COMPANY).portalCopy().status = "DEREGISTERED");
        stage.times(scale.some(3), () -> stage.pick(PortalKind.COMPANY).portalCopy().status = "STRIKE_OFF");
        stage.times(scale.some(4), () -> stage.pick(PortalKind.INDIVIDUAL).portalCopy().status = "DECEASED");
        stage.times(scale.some(2), () -> stage.pick(PortalKind.PARTNERSHIP).portalCopy().status = "CEASED");
    }

    /** The last of a person's records alone has a telephone, and not the one that XPM has. */
    private void heldByOneRecordAlone() {
        for (Party party : recordedOften()) {
            Stage.touch(party);
            party.portal.forEach(record -> record.facts = record.facts.withPhone(null));
            PortalCopy last = party.portal.getLast();
            last.facts = last.facts.withPhone(words.phone());
        }
    }

    private List<Party> recordedOften() {
        return stage.chance.some(
                stage.cast.parties(),
                1,
                party -> !party.touched
                        && party.portal.size() > 1
                        && party.xpm.size() == 1
                        && party.portalCopy().facts.place() != null);
    }

    /** One of a person's records has an address, telephone or mail address of its own. */
    private void recordedDifferently() {
        for (Party party : recordedOften()) {
            Stage.touch(party);
            PortalCopy record = party.portal.getLast();
            record.facts = record.facts
                    .withPlace(words.place())
                    .withPhone(party.portalCopy().facts.phone() == null ? null : words.phone());
        }
    }
}
