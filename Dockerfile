# One image for each service: docker build --build-arg SERVICE=sync-worker .

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
# Every service at once, so that the next image finds this layer in the cache.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -DskipTests -Dspotless.check.skip=true \
      -pl connector-service,sync-worker,report-service,notification-service,portal -am package \
 && for service in connector-service sync-worker report-service notification-service portal; do \
      java -Djarmode=tools -jar $service/target/$service-*-exec.jar extract --destination /built/$service \
        && mv /built/$service/$service-*.jar /built/$service/service.jar || exit 1; \
    done

FROM eclipse-temurin:25-jre AS base
RUN groupadd --system --gid 10001 xpm && useradd --system --uid 10001 --gid xpm --home-dir /service xpm \
 && install -d -o xpm -g xpm /service /kept
WORKDIR /service
COPY --chmod=755 docker/healthy /usr/local/bin/healthy
USER xpm
VOLUME /kept
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"

FROM base AS service
ARG SERVICE
COPY --from=build --chown=root:root /built/${SERVICE}/ /service/
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=12 CMD ["healthy"]
ENTRYPOINT ["java", "-jar", "/service/service.jar"]
