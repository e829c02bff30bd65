package com.nowinfinity.xpm.notification.mail;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.notification.people.MailChoices;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the link at the end of a mail leads. Looking changes nothing: mail filters look at every link. */
@Hidden
@RestController
@RequestMapping(UnsubscribeLinks.PATH)
@ConditionalOnProperty("spring.mail.host")
class UnsubscribeEndpoint {

    private final UnsubscribeLinks links;
    private final MailChoices choices;

    UnsubscribeEndpoint(UnsubscribeLinks links, MailChoices choices) {
        this.links = links;
        this.choices = choices;
    }

    @GetMapping
    ResponseEntity<String> ask(@RequestParam String token) {
        person(token);
        return page(
                "End e-mail about Xero Practice Manager?",
                "<p>Notifications stay in the portal.</p><form method=\"post\"><button>End e-mail</button></form>");
    }

    /** Also what mail programs send for List-Unsubscribe-Post, whose body says nothing more. */
    @PostMapping
    ResponseEntity<String> end(@RequestParam String token) {
        choices.choose(person(token), false);
        return page(
                "You will get no more of these e-mails",
                "<p>You can turn them on again among your notifications in the portal.</p>");
    }

    private String person(String token) {
        return links.person(token)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.BAD_REQUEST, "invalid-link", "Invalid link", "This link is not one of ours."));
    }

    private static ResponseEntity<String> page(String title, String body) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .header("Content-Security-Policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .body("""
                        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                        <title>E-mail from NowInfinity</title></head><body><main><h1>%s</h1>%s</main></body></html>
                        """.formatted(title, body));
    }
}
