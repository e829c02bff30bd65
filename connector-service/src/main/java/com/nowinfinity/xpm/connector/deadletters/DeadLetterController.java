package com.nowinfinity.xpm.connector.deadletters;

import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.access.Page;
import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.bus.letters.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For operators of all businesses: scope {@code xpm.operate}. */
@RestController
@RequestMapping("/api/dead-letters")
class DeadLetterController {

    private final DeadLetterDesk desk;

    DeadLetterController(DeadLetterDesk desk) {
        this.desk = desk;
    }

    /** @param all with those that were replayed or dropped */
    @GetMapping
    Page<LetterView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "false") boolean all) {
        int size = Page.limit(limit);
        return Page.of(desk.list(place(Page.after(cursor)), size + 1, all), size, LetterView::id);
    }

    @GetMapping("/{id}")
    LetterView show(@PathVariable String id) {
        return desk.show(id);
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    LetterView replay(@PathVariable String id, Caller caller) {
        return desk.replay(id, caller.sub());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable String id, Caller caller) {
        desk.drop(id, caller.sub());
    }

    private static @Nullable Place place(@Nullable String after) {
        return after == null
                ? null
                : Place.of(after)
                        .orElseThrow(
                                () -> ProblemException.invalidField("invalid-cursor", "cursor", "not one of ours"));
    }
}
