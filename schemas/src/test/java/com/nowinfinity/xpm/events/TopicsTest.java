package com.nowinfinity.xpm.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicsTest {

    /**
     * Topics are a contract with portals and with our own services of another version. When this fails and the change
     * is meant, a developer owes:
     *
     * <ol>
     *   <li>for a new topic: its place in the README's picture, and an owner that starts before anyone needs it;
     *   <li>for a renamed or removed one: a release in which both exist, as versions n and n+1 run side by side;
     *   <li>for another retention or compaction: the change on topics that exist already, which no start makes;
     *   <li>for another number of partitions: all work topics at once and with the workers stopped, because a
     *       business's events move to other partitions;
     *   <li>and this file, in the same commit.
     * </ol>
     */
    @Test
    void doesNotChangeTheTopicContractUnintentionally() throws IOException {
        assertThat(Topics.describe())
                .isEqualTo(Files.readString(Path.of("src/test/resources/topics.txt"), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(Topic.Owner.class)
    void everyOwnerOwnsTopics(Topic.Owner owner) {
        assertThat(Topics.ownedBy(owner)).isNotEmpty().allMatch(topic -> topic.owner() == owner);
    }

    @Test
    void onlyTheStateOfConnectionsMayBeCompacted() {
        assertThat(Topics.all().stream().filter(Topic::compacted)).containsExactly(Topics.CONNECTION_CHANGED);
    }

    @Test
    void noTwoTopicsShareANameOrARecord() {
        assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
        assertThat(Topics.all()).extracting(topic -> topic.type().getName()).doesNotHaveDuplicates();
    }
}
