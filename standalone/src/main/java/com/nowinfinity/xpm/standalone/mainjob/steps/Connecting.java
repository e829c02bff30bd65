package com.nowinfinity.xpm.standalone.mainjob.steps;

import com.nowinfinity.xpm.standalone.mainjob.calls.Desk;
import com.nowinfinity.xpm.standalone.mainjob.calls.FellShortException;
import com.nowinfinity.xpm.standalone.mainjob.calls.ServiceCalls;
import com.nowinfinity.xpm.standalone.mainjob.calls.Site;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Step A, as a browser does it: Connect, Xero's consent, and "Use organisation". */
public final class Connecting {

    private static final Pattern OUTCOME = Pattern.compile("[?&]connection=([a-z_]+)");
    private static final String FLOW_COOKIE = "xero_flow";
    private static final String COOKIE_PATH = "/oauth";
    private static final int MOST_REDIRECTS = 10;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Site site;
    private final ServiceCalls calls;
    private final HttpClient browser;

    public Connecting(Desk desk, HttpClient browser) {
        this.site = desk.site();
        this.calls = desk.calls();
        this.browser = browser;
    }

    /**
     * The connection when it stands.
     *
     * @param wanted the organisation to take when there are several; null for the first
     */
    public JsonNode connect(@Nullable String wanted) {
        String outcome = consent();
        if (!outcome.equals("connected") && !outcome.equals("choose")) {
            throw new FellShortException("Xero's consent ended with '%s'.".formatted(outcome));
        }
        JsonNode connection = calls.get(site.connector("/connection"));
        if (connection.path("state").asString().equals("CHOOSE_ORGANISATION")) {
            String tenantId =
                    connection.path("organisations").path(0).path("tenantId").asString();
            connection =
                    calls.change("PUT", site.connector("/connection/organisation"), Map.of("tenantId", tenantId), 200);
        }
        if (!connection.path("state").asString().equals("CONNECTED")) {
            throw new FellShortException("After the consent the connection is " + connection.path("state") + ".");
        }
        return connection;
    }

    private String consent() {
        URI start = site.connector("/connection/authorization");
        ServiceCalls.Reply begun = calls.send("POST", start, null, 201);
        if (begun.body() == null) {
            throw new FellShortException("POST %s answered without an authorizationUri.".formatted(start));
        }
        String cookie = flowCookie(begun.response());
        URI next = URI.create(begun.body().path("authorizationUri").asString());
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpResponse<Void> answer = browse(next, cookie);
            URI at = next;
            next = answer.headers()
                    .firstValue("Location")
                    .map(at::resolve)
                    .orElseThrow(() -> new FellShortException(
                            "%s answered %d without a way on.".formatted(at.getPath(), answer.statusCode())));
            Matcher outcome =
                    OUTCOME.matcher(String.valueOf(next.getRawQuery() == null ? "" : "?" + next.getRawQuery()));
            if (outcome.find()) {
                return outcome.group(1);
            }
        }
        throw new FellShortException("Xero's consent redirects without end.");
    }

    private static String flowCookie(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .filter(cookie -> cookie.getName().equals(FLOW_COOKIE))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow(() -> new FellShortException("The authorization came without its cookie."));
    }

    private HttpResponse<Void> browse(URI uri, String cookie) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(TIMEOUT).GET();
        // Where a browser would send it, and nowhere else.
        if (uri.getPath().startsWith(COOKIE_PATH)) {
            request.header("Cookie", FLOW_COOKIE + "=" + cookie);
        }
        try {
            return browser.send(request.build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new FellShortException("%s got no answer: %s.".formatted(uri.getPath(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FellShortException("Interrupted.", e);
        }
    }

    /**
     * Step B: says what this practice calls its structures, and that must be there afterwards.
     *
     * @param wanted the rows to save; null confirms the labels as they stand
     */
    public List<JsonNode> label(@Nullable JsonNode wanted) {
        JsonNode before = calls.get(site.connector("/labels")).path("structures");
        calls.change("PUT", site.connector("/labels"), Map.of("structures", wanted == null ? before : wanted), 200);
        JsonNode after = calls.get(site.connector("/labels")).path("structures");
        for (JsonNode row : wanted == null ? before : wanted) {
            if (after.valueStream().noneMatch(row::equals)) {
                throw new FellShortException("The labels are not what was saved.");
            }
        }
        return List.copyOf(after.values());
    }
}
