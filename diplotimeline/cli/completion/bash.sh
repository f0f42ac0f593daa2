# Completion of diplotimeline in bash.
_diplotimeline() {
    local word
    COMPREPLY=()
    while IFS= read -r word; do
        if [[ $word == */ ]]; then compopt -o nospace; fi
        COMPREPLY+=("$(printf %q "$word")")
    done < <(_DIPLOTIMELINE_COMPLETE="bash $COMP_CWORD" "$1" "${COMP_WORDS[@]:1}" 2>/dev/null)
}
complete -o default -F _diplotimeline diplotimeline
