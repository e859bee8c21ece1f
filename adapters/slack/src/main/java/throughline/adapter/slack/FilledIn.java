package throughline.adapter.slack;

import com.slack.api.model.view.ViewState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was filled in: field id to values. Fields that were left empty have none. */
final class FilledIn {
    private FilledIn() {}

    static Map<String, List<String>> of(@Nullable ViewState state) {
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        if (state != null && state.getValues() != null) {
            state.getValues()
                    .values()
                    .forEach(block -> block.forEach((field, value) -> inputs.put(field, values(value))));
        }
        return inputs;
    }

    private static List<String> values(ViewState.Value value) {
        if (value.getSelectedOptions() != null) {
            return value.getSelectedOptions().stream()
                    .map(ViewState.SelectedOption::getValue)
                    .toList();
        }
        if (value.getSelectedOption() != null) {
            return List.of(value.getSelectedOption().getValue());
        }
        if (value.getSelectedUsers() != null) {
            return List.copyOf(value.getSelectedUsers());
        }
        return Stream.of(value.getValue(), value.getSelectedDate(), value.getSelectedUser())
                .filter(text -> text != null && !text.isEmpty())
                .limit(1)
                .toList();
    }
}
