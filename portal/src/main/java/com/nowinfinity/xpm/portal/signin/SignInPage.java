package com.nowinfinity.xpm.portal.signin;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Name and password. */
@Controller
@Profile("demonstration")
class SignInPage {

    @GetMapping("/sign-in")
    String page(@RequestParam MultiValueMap<String, String> query, Model model) {
        model.addAttribute("refused", query.containsKey("refused"));
        model.addAttribute("closed", query.containsKey("closed"));
        model.addAttribute("signedOut", query.containsKey("signed-out"));
        return "sign-in";
    }
}
