package com.nowinfinity.xpm.portal.frame;

import static com.nowinfinity.xpm.portal.services.Service.NOTIFICATION;

import com.nowinfinity.xpm.portal.services.Items;
import com.nowinfinity.xpm.portal.services.LiveEvents;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.services.ServiceProblem;
import com.nowinfinity.xpm.portal.signin.Person;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import tools.jackson.core.type.TypeReference;

/** The bell with its number, the notices behind it, and the live stream that says when to look again. */
@PageController
class NoticePages {

    private static final TypeReference<Items<Notice>> NOTICES = new TypeReference<>() {};
    private static final String NEWEST = "/api/notifications?limit=50";

    private final ServiceCalls calls;
    private final LiveEvents live;
    private final Frame frame;

    NoticePages(ServiceCalls calls, LiveEvents live, Frame frame) {
        this.calls = calls;
        this.live = live;
        this.frame = frame;
    }

    /** As notification-service has it. */
    record Notice(
            String id,
            String businessId,
            String kind,
            String title,
            String text,
            @Nullable String link,
            Instant at,
            boolean read) {

        /** The way behind it, which must stay within the portal. */
        String target() {
            return link != null && link.startsWith("/businesses/") ? link : "/";
        }
    }

    @GetMapping("/businesses/{businessId}/notifications")
    String page(
            @AuthenticationPrincipal Person person, @PathVariable String businessId, Model model, WebSession session) {
        frame.around(model, person, businessId, session, "notifications");
        List<Notice> notices = notices(person);
        model.addAttribute("notices", notices);
        model.addAttribute("unread", unread(notices));
        return "notifications";
    }

    /** The number on the bell. A service that is away shows no number, and breaks no page. */
    @GetMapping("/businesses/{businessId}/bell")
    String bell(
            @AuthenticationPrincipal Person person, @PathVariable String businessId, Model model, WebSession session) {
        frame.within(model, person, businessId);
        int unread = 0;
        try {
            unread = unread(notices(person));
        } catch (ServiceProblem away) {
            // No number then.
        }
        Frame.rememberUnread(session, unread);
        model.addAttribute("unread", unread);
        return "parts/bell";
    }

    /** Marks it read, and goes where it leads. */
    @PostMapping("/businesses/{businessId}/notifications/{id}")
    ResponseEntity<Void> open(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String id,
            WebSession session) {
        List<Notice> notices = notices(person);
        Notice notice = notices.stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElse(null);
        if (notice != null) {
            calls.send(person, NOTIFICATION, "POST", "/api/notifications/" + id + "/read", null);
            Frame.rememberUnread(session, unread(notices) - (notice.read() ? 0 : 1));
        }
        String target = notice == null ? "/businesses/" + businessId + "/notifications" : notice.target();
        return ResponseEntity.status(303).location(URI.create(target)).build();
    }

    /** Says only that there is something new; pages then ask for it, with their own rights. */
    @ResponseBody
    @GetMapping(path = "/businesses/{businessId}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> live(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        return live.of(person, lastEventId).mapNotNull(event -> {
            if (event.event() == null) {
                return null;
            }
            return ServerSentEvent.builder("new")
                    .event(event.event())
                    .id(event.id() == null ? "" : event.id())
                    .build();
        });
    }

    private static int unread(List<Notice> notices) {
        return (int) notices.stream().filter(notice -> !notice.read()).count();
    }

    private List<Notice> notices(Person person) {
        return calls.get(person, NOTIFICATION, NEWEST, NOTICES).all();
    }
}
