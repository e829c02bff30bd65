package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.Group;
import com.nowinfinity.xpm.simulator.organisation.Relationship;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What connects clients in XPM: relationships and groups. */
final class Ties {

    private final Stage stage;
    private final Chance chance;

    Ties(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance;
    }

    List<Relationship> relationships() {
        Stream<Relationship> roles =
                stage.bonds.all().stream().filter(Bond::isInXpm).flatMap(this::relationships);
        Stream<Relationship> families = stage.ties.stream()
                .map(tie -> new Relationship(
                        chance.uuid(),
                        tie.of().xpmCopy().clientId,
                        tie.type(),
                        tie.relative().xpmCopy().clientId,
                        null,
                        null,
                        null,
                        null,
                        false));
        return Stream.concat(roles, families).toList();
    }

    private Stream<Relationship> relationships(Bond bond) {
        return bond.xpmShares.isEmpty()
                ? Stream.of(relationship(bond, null))
                : bond.xpmShares.stream().map(count -> relationship(bond, count));
    }

    private Relationship relationship(Bond bond, @Nullable Integer shares) {
        return new Relationship(
                chance.uuid(),
                bond.owner.xpmCopy().clientId,
                Objects.requireNonNull(bond.type.inXpm()),
                bond.holderInXpm().xpmCopy().clientId,
                shares,
                bond.percentage == null ? null : BigDecimal.valueOf(bond.percentage),
                bond.xpmStart,
                bond.xpmEnd,
                false);
    }

    /** One for each family; some are in two. */
    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        @Nullable Party guest = null;
        for (Family family : stage.households.families()) {
            List<Party> members = new ArrayList<>(family.people());
            members.addAll(family.holdings());
            if (guest != null && groups.size() % 20 == 1) {
                members.add(guest);
                stage.trap("several-groups", guest);
            }
            guest = family.head();
            groups.add(group(family.surname() + " Group", members));
        }
        int households = stage.scale.of(620) - groups.size();
        stage.cast.parties().stream()
                .filter(party -> party.portal.isEmpty() && !party.xpm.isEmpty())
                .filter(party -> party.xpmCopy().isLive())
                .limit(Math.max(0, households))
                .forEach(party -> groups.add(group(party.identity.name() + " Household", List.of(party))));
        return List.copyOf(groups);
    }

    private Group group(String name, List<Party> members) {
        return new Group(
                chance.uuid(),
                name,
                false,
                members.stream()
                        .filter(party -> !party.xpm.isEmpty())
                        .map(party -> party.xpmCopy().clientId)
                        .toList(),
                false);
    }
}
