#compdef diplotimeline
# Completion of diplotimeline in zsh.
_diplotimeline() {
    local -a found folders
    found=("${(@f)$(_DIPLOTIMELINE_COMPLETE="zsh $((CURRENT - 1))" "${(Q)words[1]}" "${(@Q)words[2,-1]}" 2>/dev/null)}")
    folders=(${(M)found:#*/})
    found=(${${found:#*/}:#})
    if (( $#found + $#folders )); then
        compadd -a found
        compadd -S '' -a folders
    else
        _files
    fi
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _diplotimeline "$@"
else
    compdef _diplotimeline diplotimeline
fi
