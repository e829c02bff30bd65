package com.nowinfinity.xpm.notification.intake;

import com.nowinfinity.xpm.bus.BatchHandler;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.notification.inbox.NoticeBook;
import com.nowinfinity.xpm.notification.notices.Notice;
import com.nowinfinity.xpm.notification.notices.Notices;
import com.nowinfinity.xpm.notification.progress.ProgressBook;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps what events are worth telling. An event that comes again is kept once. */
final class Intake implements BatchHandler {

    private final NoticeBook notices;
    private final ProgressBook progress;
    private final Consumer<Notice> mail;

    Intake(NoticeBook notices, ProgressBook progress, Consumer<Notice> mail) {
        this.notices = notices;
        this.progress = progress;
        this.mail = mail;
    }

    @Override
    public void handle(List<ReceivedEvent> batch) {
        progress.keep(batch.stream()
                .map(received -> ProgressBook.of(received.event()))
                .flatMap(Optional::stream)
                .toList());
        batch.stream()
                .map(received -> Notices.of(received.event()))
                .flatMap(Optional::stream)
                .forEach(notice -> {
                    notices.keep(notice);
                    mail.accept(notice);
                });
    }
}
