package com.nowinfinity.xpm.standalone.access;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running system as a person or a test meets it.
 *
 * @param connector the first connector-service, where people and workers go
 * @param connectors all of them
 * @param simulator null when a real Xero, or another simulator, is used
 * @param registry address of Confluent's API on the schema registry
 * @param kafka bootstrap servers
 * @param mongodb address without a database's name
 */
public record Access(
        URI portal,
        URI connector,
        List<URI> connectors,
        URI report,
        URI notification,
        URI worker,
        @Nullable URI simulator,
        URI registry,
        String kafka,
        String mongodb,
        List<Business> businesses) {

    public Access {
        connectors = List.copyOf(connectors);
        businesses = List.copyOf(businesses);
    }

    /** The user of the business in this role. */
    public User user(String businessId, Role role) {
        return businesses.stream()
                .filter(business -> business.businessId().equals(businessId))
                .flatMap(business -> business.users().stream())
                .filter(user -> user.role() == role)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody in %s may %s".formatted(businessId, role)));
    }

    /** A business of the portal and the people who may use it; an operator stands in each business. */
    public record Business(String businessId, List<User> users) {

        public Business {
            users = List.copyOf(users);
        }
    }

    /**
     * Somebody who may sign in.
     *
     * @param token bearer token, valid for 12 hours from the start
     */
    public record User(String name, String password, Role role, String token) {

        @Override
        public String toString() {
            return "User[%s %s]".formatted(name, role);
        }
    }

    /** What a user may do: each is a scope of the tokens. */
    public enum Role {
        READ("xpm.read"),
        MANAGE("xpm.manage"),
        OPERATE("xpm.operate");

        private final String scope;

        Role(String scope) {
            this.scope = scope;
        }

        public String scope() {
            return scope;
        }
    }
}
