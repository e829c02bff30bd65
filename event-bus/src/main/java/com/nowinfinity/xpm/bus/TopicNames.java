package com.nowinfinity.xpm.bus;

import com.nowinfinity.xpm.events.Topic;

/**
 * Names on the broker and in the registry.
 *
 * @param prefix of this site, in front of topics, subjects and consumer groups; may be empty
 */
public record TopicNames(String prefix) {

    public String of(Topic<?> topic) {
        return prefix + topic.name();
    }

    public String deadLettersOf(Topic<?> topic) {
        return Topic.deadLetters(of(topic));
    }

    public String subjectOf(Topic<?> topic) {
        return Topic.subject(of(topic));
    }

    public String group(String name) {
        return prefix + name;
    }
}
