package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;

/**
 * @param settlingTime how long XPM may take to show what it has done, when it did not say
 * @param patience how long to wait for what is not XPM's: a document's host, an intake that is behind
 * @param pushing what pushes and documents need to know
 * @param sharedLook how long one list of changes stands for a look at each client; none to look at each by itself
 * @param together how much work of one business goes on at a time
 * @param records of how many records practices are compared at a time, over all businesses
 * @param burst how many events of one batch of intake are so many that work which can wait gives way
 * @param freeFolds how many turns to fold without queueing a business may have saved up, at least one
 */
public record DispatchSettings(
        Duration settlingTime,
        Duration patience,
        Duration sharedLook,
        int together,
        int records,
        int burst,
        int freeFolds,
        PushSettings pushing) {}
