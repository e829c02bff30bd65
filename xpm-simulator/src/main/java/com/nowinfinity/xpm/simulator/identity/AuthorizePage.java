package com.nowinfinity.xpm.simulator.identity;

import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a user allows an app to see her organisations: a page for browsers, an immediate answer for others. */
public final class AuthorizePage {

    private final Identity identity;
    private final AtomicReference<HeadlessConsent> headless;

    public AuthorizePage(Identity identity, AtomicReference<HeadlessConsent> headless) {
        this.identity = identity;
        this.headless = headless;
    }

    public Answer get(Request request) {
        return checked(
                request,
                request.parameters(),
                wanted -> request.wantsHtml()
                        ? ConsentHtml.page(
                                wanted,
                                request.parameters(),
                                shown(user(request.parameter("simulator_user"))),
                                identity.users())
                        : headless(request, wanted));
    }

    /** What the form on the page sends. */
    public Answer post(Request request) {
        try {
            String form = new String(request.bytes(), StandardCharsets.UTF_8);
            Map<String, String> fields = Request.decode(form);
            return checked(request, fields, wanted -> {
                if (!"allow".equals(fields.get("decision"))) {
                    return back(wanted, "error", "access_denied");
                }
                return allow(wanted, user(fields.get("simulator_user")), Request.valuesOf(form, "tenant"));
            });
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private Answer headless(Request request, AuthorizationRequest wanted) {
        HeadlessConsent consent = headless.get();
        if (consent.decline() || "true".equals(request.parameter("simulator_decline"))) {
            return back(wanted, "error", "access_denied");
        }
        String named = request.parameter("simulator_user");
        XeroUser user = user(named == null ? consent.user() : named);
        List<String> allowed = consent.tenantIds();
        return allow(
                wanted,
                user,
                allowed == null
                        ? identity.connectable(user).stream()
                                .map(Tenant::tenantId)
                                .toList()
                        : allowed);
    }

    private Answer allow(AuthorizationRequest wanted, XeroUser user, List<String> tenantIds) {
        List<Tenant> tenants = identity.connectable(user).stream()
                .filter(tenant -> tenantIds.contains(tenant.tenantId()))
                .toList();
        return back(wanted, "code", identity.consent(wanted, user, tenants));
    }

    private Answer checked(
            Request request, Map<String, String> parameters, Function<AuthorizationRequest, Answer> then) {
        try {
            AuthorizationRequest wanted = AuthorizationRequest.read(parameters, identity.apps());
            Optional<String> error = wanted.error(parameters);
            return error.isPresent() ? back(wanted, "error", error.get()) : then.apply(wanted);
        } catch (AuthorizationRequest.NotOursException notOurs) {
            return ConsentHtml.error(request, String.valueOf(notOurs.getMessage()));
        }
    }

    private XeroUser user(@Nullable String named) {
        return identity.user(named == null ? headless.get().user() : named)
                .orElseGet(() -> identity.users().getFirst());
    }

    /** As the page shows her: with what she may connect now. */
    private XeroUser shown(XeroUser user) {
        return new XeroUser(user.userId(), user.name(), user.email(), identity.connectable(user));
    }

    private static Answer back(AuthorizationRequest wanted, String name, String value) {
        StringBuilder location = new StringBuilder(wanted.redirectUri())
                .append(wanted.redirectUri().contains("?") ? '&' : '?')
                .append(name)
                .append('=')
                .append(encoded(value));
        if (name.equals("code")) {
            location.append("&scope=").append(encoded(String.join(" ", wanted.scopes())));
        }
        if (wanted.state() != null) {
            location.append("&state=").append(encoded(wanted.state()));
        }
        return Answer.redirect(location.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
