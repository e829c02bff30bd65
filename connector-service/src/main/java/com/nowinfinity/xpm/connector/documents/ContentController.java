package com.nowinfinity.xpm.connector.documents;

import com.nowinfinity.xpm.access.ProblemException;
import java.util.concurrent.Executors;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The bytes, for workers; piece by piece, so that no document is in memory as a whole. */
@RestController
class ContentController {

    private static final Scheduler THREADS = Schedulers.fromExecutor(Executors.newVirtualThreadPerTaskExecutor());

    private final DocumentStore store;

    ContentController(DocumentStore store) {
        this.store = store;
    }

    @GetMapping(ContentAddress.PATH)
    ResponseEntity<Flux<DataBuffer>> content(@PathVariable String businessId, @PathVariable String documentId) {
        StoredFile file = store.find(businessId, documentId);
        if (file == null) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "document-not-found",
                    "Not Found",
                    "There is no such document, or it was pushed.");
        }
        Flux<DataBuffer> bytes = Flux.range(0, DocumentStore.pieces(file))
                .publishOn(THREADS, 1)
                .map(number -> DefaultDataBufferFactory.sharedInstance.wrap(
                        store.piece(businessId, documentId, file, number)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .body(bytes);
    }
}
