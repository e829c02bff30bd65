package com.nowinfinity.xpm.portal.demonstration;

import com.nowinfinity.xpm.portal.signin.People;
import com.nowinfinity.xpm.portal.signin.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Lets the users of the demonstration file sign in, those who have a password there. */
final class DemonstrationPeople implements People {

    private final Demonstration demonstration;

    DemonstrationPeople(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    @Override
    public Optional<Person> find(String name, String password) {
        return demonstration
                .member(name.strip())
                .filter(member -> matches(member.user().password(), password))
                .map(member -> new Person(
                        member.user().name(),
                        member.user().email(),
                        member.businessIds(),
                        member.user().scope()));
    }

    /** In a time that tells nothing of where they differ. */
    private static boolean matches(@org.jspecify.annotations.Nullable String kept, String given) {
        return kept != null && !kept.isEmpty() && MessageDigest.isEqual(digest(kept), digest(given));
    }

    private static byte[] digest(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
