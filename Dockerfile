# syntax=docker/dockerfile:1

FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -q -B -DskipTests package

# The same image as below, so that the archive of classes that a start needs is one of the very JVM that will map it.
FROM eclipse-temurin:17-jre AS archive
WORKDIR /app
COPY --from=build /src/bot/app/target/throughline.jar .
RUN java -XX:ArchiveClassesAtExit=throughline.jsa -XX:+UseSerialGC -jar throughline.jar --rehearse && test -s throughline.jsa

FROM eclipse-temurin:17-jre
# The built-in Redis is linked to libssl 3.
RUN ldconfig -p | grep -q libssl.so.3
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin throughline \
    && install -d -o 10001 -g 10001 -m 700 /data
WORKDIR /app
# The archive fits the jar by its name, size and time, and a copy keeps them.
COPY --from=archive /app/throughline.jar /app/throughline.jsa ./
USER 10001:10001
# All that is written: what is stored, and beside it the built-in Redis, which is run from there (no noexec). The root file
# system may be read-only, with a tmpfs as /tmp.
VOLUME /data
EXPOSE 8080
# The local chat answers the container alone; reach it with --network host, or connect Slack or Teams.
ENV THROUGHLINE_BIND=0.0.0.0 \
    THROUGHLINE_DATA=/data \
    LANG=C.UTF-8
STOPSIGNAL SIGTERM
HEALTHCHECK --start-period=10s --interval=15s --timeout=5s CMD \
    ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${THROUGHLINE_PORT:-8080} && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
# With an archive that does not fit the JVM a start is slower, not wrong.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xms32m", "-Xmx192m", "-Djava.io.tmpdir=/tmp", "-XX:-UsePerfData", "-Xshare:auto", "-XX:SharedArchiveFile=throughline.jsa", "-jar", "throughline.jar"]
