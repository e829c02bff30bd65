package com.nowinfinity.xpm.standalone.platform;

import java.nio.file.Path;
import java.util.Properties;

/** Settings of a broker that is alone, small and quick: the defaults are made for a cluster. */
final class EmbeddedKafkaSettings {

    private EmbeddedKafkaSettings() {}

    static Properties of(Path folder, int port, int controllerPort) {
        var settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.setProperty("log.dirs", folder.toAbsolutePath().toString());

        // Alone: nobody to replicate to, nobody to wait for. Owners create their topics.
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");

        // Small: few threads, few internal partitions, indexes and buffers that fit hundreds of near-empty partitions.
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "3");
        settings.setProperty("background.threads", "2");
        settings.setProperty("num.recovery.threads.per.data.dir", "2");
        settings.setProperty("group.coordinator.threads", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.num.partitions", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
        settings.setProperty("log.segment.bytes", Integer.toString(64 << 20));
        settings.setProperty("log.index.size.max.bytes", Integer.toString(256 << 10));
        settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        settings.setProperty("log.cleaner.io.buffer.size", Integer.toString(256 << 10));
        return settings;
    }
}
