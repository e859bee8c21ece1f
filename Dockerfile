# syntax=docker/dockerfile:1

FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -q -B -DskipTests package

# One start with the sample writes down which classes a start needs; later starts map them instead of reading them anew.
FROM eclipse-temurin:17-jre AS archive
WORKDIR /app
COPY --from=build /src/bot/app/target/throughline.jar .
RUN java -XX:ArchiveClassesAtExit=throughline.jsa -XX:+UseSerialGC -jar throughline.jar > start.log & \
    pid=$!; \
    until grep -q ready start.log; do kill -0 $pid || exit 1; sleep 0.1; done; \
    kill $pid; wait $pid; test -s throughline.jsa

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 throughline && install -d -o throughline -m 700 /data
WORKDIR /app
COPY --from=archive /app/throughline.jar /app/throughline.jsa ./
USER throughline
VOLUME /data
EXPOSE 8080
# The local chat answers the container alone; reach it with --network host, or connect Slack or Teams.
ENV THROUGHLINE_BIND=0.0.0.0 \
    THROUGHLINE_DATA=/data \
    LANG=C.UTF-8
HEALTHCHECK --start-period=10s --interval=15s --timeout=5s CMD \
    ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${THROUGHLINE_PORT:-8080} && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
# With an archive that does not fit the JVM a start is slower, not wrong.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xmx192m", "-Xshare:auto", "-XX:SharedArchiveFile=throughline.jsa", "-jar", "throughline.jar"]
