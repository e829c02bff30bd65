package com.nowinfinity.xpm.standalone.stack;

import com.nowinfinity.xpm.standalone.access.Access.Role;
import com.nowinfinity.xpm.standalone.access.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The portal's demonstration file: who takes part, with passwords that are made once and kept. */
record Demonstration(List<Business> businesses) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    record Business(String businessId, String name, List<User> users) {}

    record User(String name, String password, Role role, String scope) {

        static User in(Role role, String name) {
            return new User(name, Passwords.password(), role, role.scope());
        }

        @Override
        public String toString() {
            return "User[%s %s]".formatted(name, role);
        }
    }

    static Demonstration keptIn(Path file) {
        if (Files.exists(file)) {
            return JSON.readValue(file, Demonstration.class);
        }
        var made = made();
        PrivateFiles.write(file, JSON.writeValueAsBytes(made));
        return made;
    }

    /** Two businesses, each with someone who may change things and someone who may look, and one operator for both. */
    private static Demonstration made() {
        var operator = User.in(Role.OPERATE, "olive");
        return new Demonstration(List.of(
                new Business(
                        "harbour",
                        "Harbour Accounting",
                        List.of(User.in(Role.MANAGE, "mia"), User.in(Role.READ, "ruth"), operator)),
                new Business(
                        "ridge",
                        "Ridge Partners",
                        List.of(User.in(Role.MANAGE, "max"), User.in(Role.READ, "rory"), operator))));
    }
}
