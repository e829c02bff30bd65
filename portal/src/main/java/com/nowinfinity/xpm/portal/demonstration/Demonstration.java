package com.nowinfinity.xpm.portal.demonstration;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who takes part in the demonstration; the shape of the demonstration file. */
public record Demonstration(List<Business> businesses) {

    /** One customer of the portal. */
    public record Business(String businessId, String name, List<User> users) {}

    /**
     * One person of a business.
     *
     * @param role for people to read
     * @param scope what the person may do, in scopes separated by blanks
     */
    public record User(
            String name,
            @Nullable String password,
            @Nullable String role,
            String scope) {

        private static final String MAIL_DOMAIN = "@nowinfinity.example";

        /** Of this world only for names that are addresses. */
        String email() {
            return name.contains("@") ? name : name + MAIL_DOMAIN;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The user of this name with every business that has one, or nothing. */
    Optional<Membership> member(String name) {
        List<Business> of = businesses.stream()
                .filter(business ->
                        business.users().stream().anyMatch(user -> user.name().equals(name)))
                .toList();
        return of.stream()
                .flatMap(business -> business.users().stream())
                .filter(user -> user.name().equals(name))
                .findFirst()
                .map(user -> new Membership(
                        user, of.stream().map(Business::businessId).toList()));
    }

    /** A user and the businesses that he belongs to. */
    record Membership(User user, List<String> businessIds) {}
}
