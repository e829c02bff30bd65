package com.nowinfinity.xpm.portal.frame;

import com.nowinfinity.xpm.portal.signin.Person;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.server.WebSession;

/** Puts around a page what every page shows. */
public final class Frame {

    private static final String NOTE = "note";
    private static final String UNREAD = "unread";

    private final BusinessNames names;
    private final Words words;

    Frame(BusinessNames names, Words words) {
        this.names = names;
        this.words = words;
    }

    /** A business in the choice of those who have several. */
    public record Business(String id, String name) {}

    /**
     * Something to tell on the next page.
     *
     * @param bad whether it is about something that went wrong
     */
    public record Note(String text, boolean bad) implements java.io.Serializable {}

    /** @param place which entry of the menu the page belongs to */
    public void around(Model model, Person person, String businessId, WebSession session, String place) {
        model.addAttribute("person", person);
        model.addAttribute("business", new Business(businessId, names.of(businessId)));
        model.addAttribute(
                "others",
                person.businessIds().stream()
                        .filter(other -> !other.equals(businessId))
                        .map(other -> new Business(other, names.of(other)))
                        .toList());
        model.addAttribute("base", "/businesses/" + businessId);
        model.addAttribute("place", place);
        model.addAttribute("mayManage", person.mayManage());
        model.addAttribute("show", words);
        model.addAttribute("notes", takeNotes(session));
        model.addAttribute("unread", session.getAttributes().getOrDefault(UNREAD, 0));
    }

    /** For a part of a page, which has no frame. */
    public void within(Model model, Person person, String businessId) {
        model.addAttribute("base", "/businesses/" + businessId);
        model.addAttribute("mayManage", person.mayManage());
        model.addAttribute("show", words);
    }

    /** So that the next page shows the number at once, and not only when the bell has been asked. */
    static void rememberUnread(WebSession session, int unread) {
        session.getAttributes().put(UNREAD, unread);
    }

    public static void tell(WebSession session, String text) {
        session.getAttributes().put(NOTE, new Note(text, false));
    }

    public static void warn(WebSession session, String text) {
        session.getAttributes().put(NOTE, new Note(text, true));
    }

    private static List<Note> takeNotes(WebSession session) {
        return session.getAttributes().remove(NOTE) instanceof Note note ? List.of(note) : List.of();
    }
}
