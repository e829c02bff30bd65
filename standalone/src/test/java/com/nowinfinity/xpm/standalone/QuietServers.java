package com.nowinfinity.xpm.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Keeps the servers' own chatter out of a test's log, also after Spring Boot has reset the logging. */
final class QuietServers implements LoggerContextListener {

    private static final List<String> LOGGERS = List.of(
            "kafka", "org.apache.kafka", "state.change.logger", "de.bwaldvogel", "io.netty", "org.mongodb.driver");

    private QuietServers() {}

    static void install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            var quiet = new QuietServers();
            context.addListener(quiet);
            quiet.onReset(context);
        }
    }

    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void onStart(LoggerContext context) {
        onReset(context);
    }

    @Override
    public void onReset(LoggerContext context) {
        LOGGERS.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    }

    @Override
    public void onStop(LoggerContext context) {}

    @Override
    public void onLevelChange(Logger logger, Level level) {}
}
