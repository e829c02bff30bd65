package com.nowinfinity.xpm.portal.signin;

import java.io.Serializable;
import java.util.List;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is signed in.
 *
 * @param name the person's id in the portal, {@code sub} of tokens
 * @param scope what the person may do, in scopes separated by blanks
 */
public record Person(String name, String email, List<String> businessIds, String scope)
        implements AuthenticatedPrincipal, Serializable {

    public Person {
        businessIds = List.copyOf(businessIds);
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whether the person may change things, or only look. */
    public boolean mayManage() {
        return List.of(scope.split(" ")).contains("xpm.manage");
    }

    /** Whether the pages are any use to the person: an operator's scope alone opens none. */
    boolean mayRead() {
        return mayManage() || List.of(scope.split(" ")).contains("xpm.read");
    }
}
