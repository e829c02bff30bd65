package com.nowinfinity.xpm.portal.frame;

import com.nowinfinity.xpm.portal.signin.Person;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people arrive after signing in: the first of their businesses. */
@PageController
class StartPage {

    @GetMapping("/")
    String start(@AuthenticationPrincipal Person person) {
        return "redirect:/businesses/" + person.businessIds().getFirst();
    }
}
