package com.nowinfinity.xpm.connector.taxnumbers;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.connector.secrets.Digests;
import com.nowinfinity.xpm.connector.secrets.Purpose;
import com.nowinfinity.xpm.connector.secrets.Seal;
import com.nowinfinity.xpm.connector.secrets.Secret;
import com.nowinfinity.xpm.connector.store.VersionedDocuments;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One sealed number for each entity. The first half of a reference finds the document, the second is by chance: it
 * tells nothing of the number, and a number that was replaced cannot be redeemed any more.
 */
public final class TaxFileNumbers {

    private static final int HALF = 16;
    private static final Logger LOG = LoggerFactory.getLogger(TaxFileNumbers.class);

    private final MongoCollection<Document> collection;
    private final VersionedDocuments<StoredNumber> documents;
    private final Seal seal;
    private final RandomGenerator random;

    /** @param random cryptographically strong */
    TaxFileNumbers(MongoDatabase database, Seal seal, RandomGenerator random) {
        this.collection = database.getCollection("taxFileNumbers");
        this.documents =
                new VersionedDocuments<>(collection, StoredNumber::read, StoredNumber::document, StoredNumber::v);
        this.seal = seal;
        this.random = random;
    }

    /** How an event names a number: {@code tfnReference} and {@code tfnTail} of the entity. */
    public record Named(String reference, String tail) {}

    /** Keeps the entity's number. The same number again keeps its reference. */
    Named keep(String businessId, String entityId, TaxFileNumber number) {
        while (true) {
            StoredNumber before = find(businessId, half(entityId));
            if (before != null && open(before).equals(number.digits())) {
                return named(before);
            }
            StoredNumber after = new StoredNumber(
                    id(businessId, half(entityId)),
                    before == null ? 1 : before.v() + 1,
                    businessId,
                    half(entityId) + chance(),
                    number.tail(),
                    new Binary(seal.close(businessId, Purpose.TAX_FILE_NUMBER, number.digits())));
            if (before == null ? documents.insert(after) : documents.replace(before, after)) {
                return named(after);
            }
        }
    }

    public Optional<Named> of(String businessId, String entityId) {
        return Optional.ofNullable(find(businessId, half(entityId))).map(TaxFileNumbers::named);
    }

    void forget(String businessId, String entityId) {
        collection.deleteOne(new Document(VersionedDocuments.ID, id(businessId, half(entityId))));
    }

    /** The number behind a reference, as long as it is the entity's present one. */
    Optional<Secret> redeem(String businessId, String reference) {
        if (!reference.matches("[0-9a-f]{32}")) {
            return Optional.empty();
        }
        return Optional.ofNullable(find(businessId, reference.substring(0, HALF)))
                .filter(stored -> Digests.same(stored.reference(), reference))
                .map(this::open);
    }

    /** The entity's present number, for those who know no reference of it. */
    Optional<Secret> present(String businessId, String entityId) {
        return Optional.ofNullable(find(businessId, half(entityId))).map(this::open);
    }

    /** Seals anew what an older key sealed. Reads every number. Tells how many could not be. */
    int reseal() {
        int left = 0;
        for (String id : documents.scan(new Document())) {
            StoredNumber stored = documents.find(id);
            if (stored != null && !seal.isOfPresentKey(stored.sealed().getData()) && !isResealed(stored)) {
                left++;
            }
        }
        return left;
    }

    private boolean isResealed(StoredNumber stored) {
        try {
            byte[] anew = seal.close(stored.businessId(), Purpose.TAX_FILE_NUMBER, open(stored));
            // Somebody who writes in between may not have seen the new key yet: then the next turn finds it.
            return documents.replace(stored, stored.resealed(anew));
        } catch (IllegalStateException e) {
            LOG.warn("A tax file number of business {} cannot be sealed anew: {}", stored.businessId(), e.getMessage());
            return false;
        }
    }

    private @Nullable StoredNumber find(String businessId, String half) {
        return documents.find(id(businessId, half));
    }

    private Secret open(StoredNumber stored) {
        return seal.open(
                stored.businessId(), Purpose.TAX_FILE_NUMBER, stored.sealed().getData());
    }

    private String chance() {
        byte[] bytes = new byte[HALF / 2];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String half(String entityId) {
        return Digests.sha256(entityId).substring(0, HALF);
    }

    private static String id(String businessId, String half) {
        return businessId + "/" + half;
    }

    private static Named named(StoredNumber stored) {
        return new Named(stored.reference(), stored.tail());
    }
}
