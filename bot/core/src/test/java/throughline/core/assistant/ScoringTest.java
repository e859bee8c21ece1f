package throughline.core.assistant;

import org.junit.jupiter.api.Test;

class ScoringTest {
    @Test
    void dump() {
        Chat chat = Scored.in(new Chat());
        for (String text : new String[] {
            "score I12",
            "score I3",
            "score I3 all",
            "score I9 all",
            "score P1",
            "score T1",
            "compare guided setup, I4 and I9",
            "compare now",
            "compare now all",
            "compare theme T1",
            "compare T1",
            "compare next",
            "compare O1 O2 O3",
            "compare W1 W2",
            "compare I3 T1",
            "compare I3",
            "compare",
            "compare I4 guidd setup",
            "compare I4 unicorn",
            "mix",
            "mix later",
            "mix product",
            "mix P1",
            "mix growth",
            "mix Q4 2026",
            "mix Q1 2031",
            "trade-off I3",
            "compare I3 I3",
            "compare setup I4",
            "compare now growth",
            "rice I3"
        }) {
            System.out.println("=== " + text + "\n" + chat.ask("sam", text));
        }
    }
}
