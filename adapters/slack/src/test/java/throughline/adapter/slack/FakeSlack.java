package throughline.adapter.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What reached Slack. */
final class FakeSlack {
    private final WireMockExtension server;

    FakeSlack(WireMockExtension server) {
        this.server = server;
    }

    void answers(String method, String json) {
        server.stubFor(post("/api/" + method).willReturn(okJson(json)));
    }

    /** Everybody is a member and every channel the organization's own. */
    void vouchesForAll() {
        answers("auth.test", "{\"ok\":true,\"team_id\":\"T1\"}");
        answers("users.info", "{\"ok\":true,\"user\":{\"id\":\"U1\",\"team_id\":\"T1\"}}");
        answers("conversations.info", "{\"ok\":true,\"channel\":{\"id\":\"C1\",\"name\":\"growth\"}}");
    }

    void refuses(String method, String error) {
        answers(method, "{\"ok\":false,\"error\":\"" + error + "\"}");
    }

    /** In the order in which they came. */
    private List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl())).stream()
                .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
                .toList();
    }

    List<String> paths() {
        return requests().stream().map(LoggedRequest::getUrl).toList();
    }

    /** The arguments of each call. */
    List<Map<String, String>> calls(String method) {
        return requests().stream()
                .filter(request -> request.getUrl().equals("/api/" + method))
                .map(request -> Form.read(request.getBodyAsString()))
                .toList();
    }

    Map<String, String> only(String method) {
        List<Map<String, String>> calls = calls(method);
        assertEquals(1, calls.size(), paths()::toString);
        return calls.get(0);
    }

    /** The text of the only thing that was said by the return address. */
    String hookedText() {
        List<JsonNode> said = hooked();
        assertEquals(1, said.size(), paths()::toString);
        return said.get(0).path("text").asText();
    }

    /** What was said by the return address. */
    List<JsonNode> hooked() {
        return requests().stream()
                .filter(request -> request.getUrl().equals("/hook"))
                .map(request -> Json.read(request.getBodyAsString()))
                .toList();
    }
}
