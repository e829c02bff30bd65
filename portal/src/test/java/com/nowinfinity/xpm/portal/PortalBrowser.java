package com.nowinfinity.xpm.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser of its own without scripts: keeps cookies, fills forms, follows nothing by itself. */
final class PortalBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final RunningPortal portal;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    PortalBrowser(RunningPortal portal) {
        this.portal = portal;
    }

    /** Where it leads. */
    String signIn(String name, String password) {
        return post("/sign-in", "username=" + encoded(name) + "&password=" + encoded(password), "/sign-in")
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    /** @param page on which the form stands, with its token */
    HttpResponse<String> post(String path, String fields, String page) {
        return postRaw(path, fields + "&_csrf=" + encoded(formToken(page)));
    }

    /** What a page's forms carry so that no other site can send them. */
    String formToken(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError(page + " has no form with a token");
        }
        return token.group(1);
    }

    HttpResponse<String> postRaw(String path, String body) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("portal-session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private URI at(String path) {
        return portal.uri(path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
