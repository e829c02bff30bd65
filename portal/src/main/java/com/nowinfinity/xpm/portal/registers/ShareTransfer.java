package com.nowinfinity.xpm.portal.registers;

import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shares that go from one holder to another, are issued, or are cancelled. A holder who has sold everything is a role
 * that ended, and keeps its number for the register's history; a buyer who holds such shares already has more of them
 * from then on. Joint parcels are several people's, and are left to NowInfinity's registers.
 */
final class ShareTransfer {

    /** In place of a seller: shares that did not exist before. */
    static final String ISSUED = "issued";
    /** In place of a buyer: shares that exist no more. */
    static final String CANCELLED = "cancelled";

    private ShareTransfer() {}

    /** The parcels that can be transferred: current, of one holder, with a number. */
    static List<Relationship> parcels(List<Relationship> roles) {
        return roles.stream().filter(ShareTransfer::isTransferable).toList();
    }

    /** How the form names a parcel. */
    static String key(Relationship parcel) {
        return parcel.getEntityId() + " " + Objects.requireNonNullElse(parcel.getShareClass(), "") + " "
                + Objects.requireNonNullElse(parcel.getStartDate(), "") + " " + parcel.getShares();
    }

    static List<Relationship> in(List<Relationship> before, FilledForm form) {
        String from = form.textOrNull("sharesFrom");
        String to = form.textOrNull("sharesTo");
        Long number = form.number("shares", "The number of shares");
        String date = form.date("sharesDate", "The day of the transfer");
        if (from == null && to == null && number == null && date == null) {
            return before;
        }
        if (from == null || to == null || number == null || date == null) {
            throw new Unclear("A transfer of shares needs from whom, to whom, how many, and on which day.");
        }
        if (from.equals(ISSUED) && to.equals(CANCELLED)) {
            throw new Unclear("Shares cannot be issued and cancelled at once.");
        }
        List<Relationship> after = new ArrayList<>(before);
        String shareClass = form.textOrNull("shareClass");
        if (!from.equals(ISSUED)) {
            Relationship sold = give(after, from, number, date);
            if (sold.getEntityId().equals(to)) {
                throw new Unclear("The shares are this holder's already.");
            }
            shareClass = sold.getShareClass();
        }
        if (!to.equals(CANCELLED)) {
            take(after, parcel(to, number, shareClass, date, form.textOrNull("sharesForOthers") == null));
        }
        return after;
    }

    private static void take(List<Relationship> roles, Relationship bought) {
        for (int i = 0; i < roles.size(); i++) {
            Relationship held = roles.get(i);
            if (isTransferable(held)
                    && held.getEntityId().equals(bought.getEntityId())
                    && held.getBeneficial() == bought.getBeneficial()
                    && Objects.equals(held.getShareClass(), bought.getShareClass())) {
                roles.set(
                        i,
                        Relationship.newBuilder(held)
                                .setShares(sum(held, bought))
                                .build());
                return;
            }
        }
        roles.add(bought);
    }

    private static long sum(Relationship held, Relationship bought) {
        try {
            return Math.addExact(held.getShares(), bought.getShares());
        } catch (ArithmeticException e) {
            throw new Unclear("So many shares cannot be counted.");
        }
    }

    private static Relationship give(List<Relationship> roles, String key, long number, String date) {
        int at = IntStream.range(0, roles.size())
                .filter(i -> isTransferable(roles.get(i)) && key(roles.get(i)).equals(key))
                .findFirst()
                .orElseThrow(() -> new Unclear("This parcel of shares has changed: reload the page and choose again."));
        Relationship parcel = roles.get(at);
        long held = Objects.requireNonNull(parcel.getShares());
        if (number > held) {
            throw new Unclear("The parcel holds %,d shares, not %,d.".formatted(held, number));
        }
        if (parcel.getStartDate() != null && date.compareTo(parcel.getStartDate()) < 0) {
            throw new Unclear("Shares cannot go before they were held.");
        }
        Relationship.Builder left = Relationship.newBuilder(parcel);
        roles.set(
                at,
                number == held
                        ? left.setEndDate(date).build()
                        : left.setShares(held - number).build());
        return parcel;
    }

    private static Relationship parcel(
            String holder, long number, @Nullable String shareClass, String date, boolean beneficial) {
        return Relationship.newBuilder()
                .setType(RelationshipType.SHAREHOLDER)
                .setEntityId(holder)
                .setStartDate(date)
                .setShares(number)
                .setShareClass(shareClass)
                .setBeneficial(beneficial)
                .build();
    }

    private static boolean isTransferable(Relationship role) {
        return role.getType() == RelationshipType.SHAREHOLDER
                && role.getEndDate() == null
                && !role.getJoint()
                && role.getShares() != null
                && role.getShares() > 0;
    }
}
