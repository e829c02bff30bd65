package com.nowinfinity.xpm.portal.frame;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;

/** Pages for people; there only while the portal demonstrates itself, as a real portal has its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
@Profile("demonstration")
public @interface PageController {}
