package com.nowinfinity.xpm.notification.people;

import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.access.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller wants to be told, and how. */
@RestController
@RequestMapping("/api/notifications/settings")
class SettingsEndpoint {

    private final MailChoices choices;

    SettingsEndpoint(MailChoices choices) {
        this.choices = choices;
    }

    /** @param email whether notices come by e-mail as well */
    record Settings(@Nullable Boolean email) {}

    @GetMapping
    Settings settings(Caller caller) {
        return new Settings(choices.wantsMail(caller.sub()));
    }

    @PutMapping
    Settings change(Caller caller, @RequestBody Settings settings) {
        choices.choose(caller.sub(), ProblemException.required(settings.email(), "email"));
        return settings(caller);
    }
}
