package com.nowinfinity.xpm.bus.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.nowinfinity.xpm.standalone.TestPlatform;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** A service that its database does not let in says so when it starts, in one sentence, and ends. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseRefusedIT {

    /** What every service does when it starts: it makes its indexes. */
    @Configuration(proxyBeanMethods = false)
    static class Service {

        @Bean(destroyMethod = "close")
        MongoClient client(Environment environment) {
            MongoClient client = MongoClients.create(environment.getRequiredProperty("mongodb.uri"));
            try {
                client.getDatabase("refused").getCollection("c").createIndex(new Document("a", 1));
            } catch (RuntimeException e) {
                client.close();
                throw e;
            }
            return client;
        }
    }

    @Test
    void saysThatTheCredentialsAreRefused(CapturedOutput output) {
        // The embedded server has no users, so it refuses whoever shows credentials.
        String known = TestPlatform.shared().mongoUri().replace("mongodb://", "mongodb://service:canary@");

        start(known);

        assertThat(lastWords(output))
                .contains("MongoDB refuses the credentials in mongodb.uri (environment variable MONGODB_URI).")
                .doesNotContain("canary", "MongoSecurityException", "\tat ");
    }

    @Test
    void saysThatNobodyAnswers(CapturedOutput output) {
        start("mongodb://service:canary@localhost:1/?serverSelectionTimeoutMS=300");

        assertThat(lastWords(output))
                .contains("MongoDB does not answer at the address in mongodb.uri (environment variable MONGODB_URI).")
                .doesNotContain("canary", "MongoTimeoutException", "\tat ");
    }

    @Test
    void tellsAUserWithoutRightsFromOtherRefusals() {
        DatabaseRefusedAnalyzer analyzer = new DatabaseRefusedAnalyzer();

        assertThat(analyzer.analyze(new IllegalStateException(refusal(13, "Unauthorized"))))
                .extracting(analysis -> analysis.getDescription())
                .asString()
                .startsWith("MongoDB does not let the user of mongodb.uri")
                .doesNotContain("secret");
        assertThat(analyzer.analyze(refusal(85, "IndexOptionsConflict"))).isNull();
        assertThat(analyzer.analyze(new IllegalStateException("something else")))
                .isNull();
    }

    /** What the service says; before it the embedded server has its own say here. */
    private static String lastWords(CapturedOutput output) {
        String all = output.getAll();
        return all.substring(all.lastIndexOf("APPLICATION FAILED TO START"));
    }

    private static MongoCommandException refusal(int code, String name) {
        return new MongoCommandException(
                BsonDocument.parse("{ok: 0, code: %d, codeName: '%s', errmsg: 'not on secret'}".formatted(code, name)),
                new ServerAddress());
    }

    private static void start(String uri) {
        SpringApplication service = new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties("logging.level.org.mongodb=off", "spring.main.banner-mode=off")
                .build();
        assertThat(catchThrowable(() -> service.run("--mongodb.uri=" + uri))).isNotNull();
    }
}
