package com.nowinfinity.xpm.benchmarks.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at the portal's pages, with a browser that keeps cookies and runs no scripts. */
public final class Visitor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI portal;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    public Visitor(URI portal) {
        this.portal = portal;
    }

    public void signIn(String name, String password) {
        Matcher token = TOKEN.matcher(page("/sign-in"));
        if (!token.find()) {
            throw new IllegalStateException("The sign-in page has no form.");
        }
        String form = "username=%s&password=%s&_csrf=%s".formatted(encoded(name), encoded(password), token.group(1));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(portal.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.headers().firstValue("Location").orElse("?").contains("?")) {
            throw new IllegalStateException("The portal does not let %s in.".formatted(name));
        }
    }

    /** The page's markup; anything but 200 is an error. */
    public String page(String path) {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(portal.resolve(path)).GET());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s answers %d.".formatted(path, answer.statusCode()));
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.header("Accept", "text/html").timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
