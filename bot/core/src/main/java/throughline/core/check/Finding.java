package throughline.core.check;

import java.util.Optional;
import throughline.core.roadmap.Item;

/** A mistake that was found: the rule and what it is about. */
public record Finding(Rule<?> rule, Rule.Fault fault) {
    public Item item() {
        return fault.item();
    }

    public String what() {
        return fault.what();
    }

    public String rewrite() {
        return fault.rewrite();
    }

    public Optional<String> fix() {
        return fault.fix();
    }

    public Severity severity() {
        return rule.severity();
    }
}
