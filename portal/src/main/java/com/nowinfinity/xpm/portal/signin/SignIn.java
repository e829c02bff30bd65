package com.nowinfinity.xpm.portal.signin;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import reactor.core.publisher.Mono;

/** Checks a name and a password that came through the form. */
final class SignIn implements ReactiveAuthenticationManager {

    private final People people;
    private final GuessLimit limit;

    SignIn(People people, GuessLimit limit) {
        this.people = people;
        this.limit = limit;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication asked) {
        return Mono.deferContextual(context -> {
            String address = context.getOrDefault(SignInAddress.KEY, "unknown");
            return Mono.fromSupplier(() -> checked(asked, String.valueOf(address)));
        });
    }

    private Authentication checked(Authentication asked, String address) {
        String name = asked.getName();
        if (limit.isClosed(name, address)) {
            throw new LockedException("too many failed attempts");
        }
        Person person = people.find(name, String.valueOf(asked.getCredentials()))
                .orElseGet(() -> {
                    limit.failed(name, address);
                    throw new BadCredentialsException("wrong name or password");
                });
        limit.succeeded(name);
        return UsernamePasswordAuthenticationToken.authenticated(
                person, null, AuthorityUtils.createAuthorityList(person.scope().split(" ")));
    }
}
