package com.nowinfinity.xpm.connector.connection;

import com.nowinfinity.xpm.access.ProblemException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Where Xero sends the browser. Open: the state and the cookie are what counts. */
@RestController
class CallbackController {

    static final String COOKIE = "xero_flow";
    static final String PATH = "/oauth/xero/callback";

    private static final String TITLE = "This connection attempt is not open any more";
    private static final String DETAIL =
            "It was already used, has expired, or was begun in another browser. Start again from the portal.";

    private final Callback callback;
    private final Browser browser;

    CallbackController(Callback callback, Browser browser) {
        this.callback = callback;
        this.browser = browser;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> callback(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String error,
            @CookieValue(name = COOKIE, required = false) @Nullable String cookie,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return switch (callback.take(new Callback.Query(state, code, error, cookie))) {
            case Arrival.Returned returned -> back(browser.backWith(returned.outcome()));
            case Arrival.Unknown _unknown -> {
                if (accept == null || !accept.contains(MediaType.TEXT_HTML_VALUE)) {
                    throw new ProblemException(HttpStatus.BAD_REQUEST, "flow-unknown", TITLE, DETAIL);
                }
                yield page();
            }
        };
    }

    private static ResponseEntity<byte[]> back(URI target) {
        ResponseCookie gone =
                ResponseCookie.from(COOKIE, "").path("/oauth").maxAge(0).build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(target)
                .header(HttpHeaders.SET_COOKIE, gone.toString())
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private ResponseEntity<byte[]> page() {
        String html = """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head>
                <body><main><h1>%1$s</h1><p>%2$s</p><p><a href="%3$s">Start again</a></p></main></body></html>
                """.formatted(
                        TITLE, DETAIL, HtmlUtils.htmlEscape(browser.returnUri().toString()));
        return ResponseEntity.badRequest()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", "default-src 'none'")
                .cacheControl(CacheControl.noStore())
                .body(html.getBytes(StandardCharsets.UTF_8));
    }
}
