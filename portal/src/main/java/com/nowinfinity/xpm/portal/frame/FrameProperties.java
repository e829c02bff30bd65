package com.nowinfinity.xpm.portal.frame;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages show things.
 *
 * @param timeZone in which times are shown
 */
@ConfigurationProperties("portal.pages")
record FrameProperties(@DefaultValue("Australia/Sydney") ZoneId timeZone) {}
