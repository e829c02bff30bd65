package com.nowinfinity.xpm.notification.mail;

import com.nowinfinity.xpm.notification.notices.Notice;
import com.nowinfinity.xpm.notification.people.AddressBook.Person;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.web.util.HtmlUtils;

/** Writes a notice as a letter: the sentences of the notice and two links, nothing about anybody. */
final class Letters {

    private final Letterhead letterhead;
    private final UnsubscribeLinks links;

    Letters(Letterhead letterhead, UnsubscribeLinks links) {
        this.letterhead = letterhead;
        this.links = links;
    }

    void write(MimeMessage message, Notice notice, Person person) throws MessagingException {
        String link = letterhead.portalUri().toString().replaceFirst("/+$", "") + notice.link();
        String end = links.of(person.sub()).toString();
        MimeMessageHelper letter =
                new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_RELATED, StandardCharsets.UTF_8.name());
        letter.setFrom(letterhead.from());
        letter.setTo(person.email());
        letter.setSubject(notice.title());
        letter.setText(plain(notice, link, end), html(notice, link, end));
        // The same letter a second time has the same id, so that a reader's mail program can tell.
        message.setHeader("Message-ID", "<" + id(notice, person) + ">");
        message.setHeader("List-Unsubscribe", "<" + end + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setHeader("Auto-Submitted", "auto-generated");
    }

    private String id(Notice notice, Person person) {
        UUID name = UUID.nameUUIDFromBytes((notice.id() + "/" + person.sub()).getBytes(StandardCharsets.UTF_8));
        return name + "@" + letterhead.portalUri().getHost();
    }

    private static String plain(Notice notice, String link, String end) {
        return """
                %s

                %s

                --
                No more of these e-mails: %s
                """.formatted(notice.text(), link, end);
    }

    private static String html(Notice notice, String link, String end) {
        return """
                <!doctype html><html lang="en"><body><p>%s</p><p><a href="%s">Open in NowInfinity</a></p>
                <p><small><a href="%s">No more of these e-mails</a></small></p></body></html>
                """.formatted(
                        HtmlUtils.htmlEscape(notice.text()), HtmlUtils.htmlEscape(link), HtmlUtils.htmlEscape(end));
    }
}
